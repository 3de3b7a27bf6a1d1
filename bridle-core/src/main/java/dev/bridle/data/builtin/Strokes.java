package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.List;

/**
 * Hand-drawn-like digits on 16 x 16 pixels: the data set for a first look at everything.
 *
 * <p>The classes are the digits {@code 0} to {@code 9}. A drawing starts from the strokes of the
 * ideal digit; each point is missed a little, the whole is rotated (up to 20 degrees), sheared,
 * scaled (0.75 to 1.05 along each axis) and shifted (up to one pixel); a stroke is broken now and
 * then; pen width, ink and pixel noise differ. Inputs {@code [N, 256]}, row by row from the top
 * left, from 0 (paper) to 1 (ink).
 *
 * <p>The distortions are chosen so that {@code dense(128) relu, dense(128) relu} learns its 500
 * drawings by heart and yet is wrong on about 15 % of new ones: enough to be gained by restraint,
 * not so much that nothing works.
 */
public final class Strokes implements Generator {
  /** Pixels along one edge of a drawing. */
  public static final int SIDE = 16;

  private static final int PIXELS = SIDE * SIDE;
  private static final double NARROWEST = 1.0; // of the pen, in pixels
  private static final double WIDEST = 2.4;
  private static final double PALEST = 0.5; // ink, against 1 for black
  private static final double BROKEN = 0.25; // share of strokes with a gap
  private static final double GAP = 0.15; // its length, of the stroke
  private static final double NOISE = 0.04; // standard deviation of each pixel
  private static final List<String> CLASSES = Figure.DIGITS.stream().map(Figure::name).toList();

  @Override
  public String name() {
    return "strokes";
  }

  @Override
  public String summary() {
    return "Ten digits drawn by hand on 16 x 16 pixels: a network learns 500 drawings by heart and"
        + " is wrong on every seventh new one; dropout, L2, input noise or a tight max-norm"
        + " get up to a third of those right.";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(500, 125, 2000);
  }

  @Override
  public Dataset draw(int rows, Key key) {
    float[] pixels = Rows.numbers(rows, PIXELS);
    int[] labels = Rows.classes(rows, CLASSES.size(), key);
    for (int row = 0; row < rows; row++) {
      drawing(Figure.DIGITS.get(labels[row]), key.at(row).stream(), pixels, row * PIXELS);
    }
    return Dataset.classification(pixels, new int[] {PIXELS}, labels, CLASSES);
  }

  private static void drawing(Figure figure, RandomStream random, float[] pixels, int start) {
    Canvas canvas = new Canvas(SIDE);
    Hand hand = new Hand(random);
    for (List<Point> stroke : figure.strokes()) {
      draw(hand.follow(stroke), random, canvas);
    }
    double width = random.nextDouble(NARROWEST, WIDEST);
    double ink = random.nextDouble(PALEST, 1);
    for (int i = 0; i < PIXELS; i++) {
      double grey = ink * canvas.ink(i, width) + NOISE * random.nextGaussian();
      pixels[start + i] = (float) Math.min(1, Math.max(0, grey));
    }
  }

  /** Draws one stroke, in two parts when the pen leaves the paper on the way. */
  private static void draw(List<Point> line, RandomStream random, Canvas canvas) {
    boolean broken = random.nextDouble() < BROKEN;
    double gap = random.nextDouble(0.1, 0.9 - GAP);
    int n = line.size();
    if (broken) {
      canvas.draw(line.subList(0, (int) (gap * n) + 1));
      canvas.draw(line.subList((int) ((gap + GAP) * n) + 1, n));
    } else {
      canvas.draw(line);
    }
  }
}
