package dev.bridle.batch;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.RandomStream;
import java.util.List;

/**
 * Cutout: a square of each image, the same in all channels, is 0 while training: \( x'_{c,i,j} = 0
 * \) for \( 0 \le i - (y - \lfloor s_k/2 \rfloor) < s_k \), likewise j, its middle (y, x) any pixel
 * with equal chance; elsewhere \( x' = x \).
 *
 * <p>So a network has to look at all of an image. Squares reach over the edges, as in the source,
 * so that less than \( s^2 \) pixels go on average; members of one replicate have the same middles
 * (the source's own code takes odd sizes one smaller). 0 is the mean of a channel, since images
 * come standardised. {@code [K, B, C H W]}, s a whole number of pixels, {@code [K]}; 0 changes no
 * bit. Images only. Keras has {@code RandomErasing}, torchvision {@code v2.RandomErasing}: another
 * size and form each time, inside the image. DeVries and Taylor, arXiv 1708.04552, 2017, section
 * 3.2.
 */
public final class Cutout implements BatchRule {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "cutout",
          Kind.BATCH,
          "Blanks a random square of each training image, so that no part of it is relied on alone.",
          "x' = 0 in a square of size x size pixels about a random one, x elsewhere",
          List.of(
              Parameter.number("size", "of the square, in pixels", new Range(0, true, 10_000, true))
                  .wholeNumbers()
                  .spaced(Parameter.Spacing.LINEAR)
                  .absentAt(0)),
          List.of(),
          "",
          Places.NONE,
          "DeVries and Taylor, arXiv 1708.04552, 2017, section 3.2");

  @Override
  public void requireInput(Shape input, boolean ids) {
    Pixels.requireImages(DECLARATION.name(), input);
  }

  @Override
  public Bound bind(Strengths strengths, Site site, Shape input) {
    return new Pixels(
        DECLARATION.name(),
        strengths.get("size"),
        site,
        input,
        (size, random, from) -> cut((int) size, random, from, input.size(2)));
  }

  private static void cut(int size, RandomStream random, int[] from, int width) {
    int top = random.nextInt(from.length / width) - size / 2;
    int left = random.nextInt(width) - size / 2;
    for (int p = 0; p < from.length; p++) {
      int i = p / width - top;
      int j = p % width - left;
      from[p] = i >= 0 && i < size && j >= 0 && j < size ? Pixels.BLANK : p;
    }
  }
}
