package dev.bridle.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of words and numbers for people: the first column on the left, the others on the right. */
final class Table {
  private static final String BETWEEN = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings. */
  Table(List<String> headings) {
    rows.add(List.copyOf(headings));
  }

  /** Adds a row with as many cells as there are headings. */
  void add(List<String> cells) {
    if (cells.size() != rows.get(0).size()) {
      throw new IllegalArgumentException("cells = " + cells + ": expected " + rows.get(0).size());
    }
    rows.add(List.copyOf(cells));
  }

  /** The lines, without spaces at their ends. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(left(row.get(0), width(0)));
      for (int column = 1; column < row.size(); column++) {
        line.append(BETWEEN).append(right(row.get(column), width(column)));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String left(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }

  private static String right(String cell, int width) {
    return " ".repeat(width - cell.length()) + cell;
  }
}
