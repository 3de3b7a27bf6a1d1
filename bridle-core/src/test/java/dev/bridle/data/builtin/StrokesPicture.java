package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.tensor.Key;
import java.util.Locale;

/** Eight drawings of each digit, a column a digit. */
final class StrokesPicture {
  private static final int EACH = 8;
  private static final int DIGITS = 10;
  private static final int SCALE = 3; // picture pixels a drawing's pixel
  private static final int GAP = 3; // between drawings, in their pixels
  private static final int STEP = Strokes.SIDE + GAP;
  private static final int LEVELS = 8; // of grey

  private StrokesPicture() {}

  static String draw(Key key) {
    int width = 40 + SCALE * (DIGITS * STEP - GAP);
    int height = 104 + SCALE * (EACH * STEP - GAP);
    Svg svg = new Svg(width, height, "strokes: ten digits, drawn by a random hand");
    svg.text(20, 48, "note", "start", "16 x 16 pixels each; 500 to learn from, 2000 to score");
    for (int digit = 0; digit < DIGITS; digit++) {
      double middle = 20 + SCALE * (digit * STEP + Strokes.SIDE / 2.0);
      svg.text(middle, 76, "", "middle", Integer.toString(digit));
    }
    svg.raw(
        "<g transform=\"translate(20 84) scale(" + SCALE + ")\" shape-rendering=\"crispEdges\">");
    Dataset data = new Strokes().draw(EACH * DIGITS, key);
    paper(svg);
    for (int level = 1; level <= LEVELS; level++) {
      int grey = 255 - 225 * level / LEVELS;
      String colour = String.format(Locale.ROOT, "#%1$02x%1$02x%1$02x", grey);
      svg.raw("<path stroke=\"" + colour + "\" d=\"" + runs(data, level) + "\"/>");
    }
    return svg.raw("</g>").end();
  }

  private static void paper(Svg svg) {
    StringBuilder commands = new StringBuilder();
    for (int i = 0; i < EACH * DIGITS; i++) {
      commands.append("M%s %sh16v16h-16z".formatted(i % DIGITS * STEP, i / DIGITS * STEP));
    }
    svg.raw(
        "<path fill=\"#fff\" stroke=\"#c4c0b6\" stroke-width=\"0.34\" shape-rendering=\"auto\" d=\""
            + commands
            + "\"/>");
  }

  /** Horizontal lines, one pixel wide, wherever the drawings are of this grey. */
  private static String runs(Dataset data, int level) {
    StringBuilder commands = new StringBuilder();
    for (int row = 0; row < data.size(); row++) {
      int left = data.labels()[row] * STEP;
      int top = row / DIGITS * STEP; // each block of ten rows has each digit once
      for (int y = 0; y < Strokes.SIDE; y++) {
        for (int x = 0; x < Strokes.SIDE; x++) {
          int run = run(data, row, x, y, level);
          if (run > 0) {
            commands.append("M%s %s.5h%s".formatted(left + x, top + y, run));
            x += run;
          }
        }
      }
    }
    return commands.toString();
  }

  /** How many pixels from (x, y) to the right are of this grey. */
  private static int run(Dataset data, int row, int x, int y, int level) {
    int start = (row * Strokes.SIDE + y) * Strokes.SIDE;
    int end = x;
    while (end < Strokes.SIDE && Math.round(LEVELS * data.inputs()[start + end]) == level) {
      end++;
    }
    return end - x;
  }
}
