package dev.bridle.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns of fixed width, so that a line can be printed as soon as it is measured: the first on the
 * left, the others on the right.
 */
final class Columns {
  private static final String BETWEEN = "  ";

  private final List<String> names;
  private final List<Integer> widths;

  private Columns(List<String> names, List<Integer> widths) {
    this.names = names;
    this.widths = widths;
  }

  /** One column, at least as wide as its name. */
  static Columns of(String name, int width) {
    return new Columns(List.of(), List.of()).and(name, width);
  }

  /** These columns and one more. */
  Columns and(String name, int width) {
    List<String> moreNames = new ArrayList<>(names);
    List<Integer> moreWidths = new ArrayList<>(widths);
    moreNames.add(name);
    moreWidths.add(Math.max(width, name.length()));
    return new Columns(List.copyOf(moreNames), List.copyOf(moreWidths));
  }

  /** The line of names. */
  String head() {
    return line(names);
  }

  /** A line of cells, without spaces at its end. */
  String line(List<String> cells) {
    if (cells.size() != names.size()) {
      throw new IllegalArgumentException("cells = " + cells + ": expected " + names.size());
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String space = " ".repeat(Math.max(0, widths.get(i) - cells.get(i).length()));
      line.append(i == 0 ? "" : BETWEEN);
      line.append(i == 0 ? cells.get(i) + space : space + cells.get(i));
    }
    return line.toString().stripTrailing();
  }
}
