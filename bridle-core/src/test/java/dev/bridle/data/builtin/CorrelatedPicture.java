package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.tensor.Key;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The correlations of the forty inputs with each other, and of the target with each. */
final class CorrelatedPicture {
  private static final int INPUTS = 40;
  private static final int CELL = 11;
  private static final int LEFT = 62;
  private static final int TOP = 76;
  private static final int TARGET = TOP + INPUTS * CELL + 10; // where the row of y begins
  private static final int LEVELS = 10; // of colour, either sign

  private CorrelatedPicture() {}

  static String draw(Key key) {
    Svg svg = new Svg(640, 574, "correlated: three groups of five inputs, and 25 useless ones");
    svg.text(
        20, 50, "note", "start", "correlations in 400 rows, of the inputs and of the target y");
    Dataset data = new Correlated().draw(400, key);
    int[][] levels = levels(data);
    for (int level = -LEVELS; level <= LEVELS; level++) {
      svg.raw("<path fill=\"%s\" d=\"%s\"/>".formatted(colour(level), cells(levels, level)));
    }
    frame(svg);
    legend(svg);
    return svg.end();
  }

  /** The correlations in tenths: of each input, and last of y, with each input. */
  private static int[][] levels(Dataset data) {
    List<Sample> inputs = IntStream.range(0, INPUTS).mapToObj(i -> Sample.input(data, i)).toList();
    return Stream.concat(inputs.stream(), Stream.of(Sample.of(data.values())))
        .map(row -> inputs.stream().mapToDouble(row::correlation))
        .map(row -> row.mapToInt(r -> (int) Math.round(LEVELS * r)).toArray())
        .toArray(int[][]::new);
  }

  /** The squares of all pairs of this level. */
  private static String cells(int[][] levels, int level) {
    StringBuilder commands = new StringBuilder();
    for (int row = 0; row <= INPUTS; row++) {
      int top = row < INPUTS ? TOP + row * CELL : TARGET;
      for (int i = 0; i < INPUTS; i++) {
        if (levels[row][i] == level) {
          commands.append("M%s %sh%sv%sh-%sz".formatted(LEFT + i * CELL, top, CELL, CELL, CELL));
        }
      }
    }
    return commands.toString();
  }

  /** White at zero, blue for plus, orange for minus. */
  private static String colour(int level) {
    int[] full = level > 0 ? new int[] {0x00, 0x72, 0xB2} : new int[] {0xD5, 0x5E, 0x00};
    int share = Math.abs(level);
    int[] mixed = IntStream.of(full).map(part -> 255 + (part - 255) * share / LEVELS).toArray();
    return String.format(Locale.ROOT, "#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
  }

  private static void frame(Svg svg) {
    int side = INPUTS * CELL;
    svg.path("M%s %sh%sv%sh-%sz".formatted(LEFT, TOP, side, side, side), "axis");
    svg.path("M%s %sh%sv%sh-%sz".formatted(LEFT, TARGET, side, CELL, side), "axis");
    svg.text(LEFT - 8, TARGET + 10, "", "end", "y");
    for (int input : new int[] {1, 6, 11, 16, 20, 25, 30, 35, 40}) {
      double middle = (input - 0.5) * CELL;
      svg.text(LEFT - 8, TOP + middle + 4, "note", "end", "x" + input);
      svg.text(LEFT + middle, TARGET + 28, "note", "middle", "x" + input);
    }
  }

  private static void legend(Svg svg) {
    int x = LEFT + INPUTS * CELL + 34;
    for (int level = LEVELS; level >= -LEVELS; level--) {
      int y = TOP + 14 * (LEVELS - level);
      svg.raw("<path fill=\"%s\" d=\"M%s %sh18v14h-18z\"/>".formatted(colour(level), x, y));
      if (level % 5 == 0) {
        svg.text(x + 26, y + 11, "note", "start", Svg.number((double) level / LEVELS));
      }
    }
    svg.path("M%s %sh18v%sh-18z".formatted(x, TOP, 14 * (2 * LEVELS + 1)), "axis");
  }
}
