package dev.bridle.study.table;

import java.util.Arrays;

/**
 * The fields of some rows of one width, collected so that a column can take all its values in one
 * go: what it works on then stays close at hand.
 */
final class RowBlock {
  private static final int MOST_ROWS = 256;
  private static final int MOST_FIELDS = 16_384;
  private static final int MOST_CHARS = 1 << 20;

  private final int width;
  private final int[] lines;
  private final int[] ends; // of all fields of all rows, behind a 0
  private char[] text = new char[1024];
  private int rows;

  /** A block for rows of so many fields. */
  RowBlock(int width) {
    this.width = width;
    this.lines = new int[Math.max(1, Math.min(MOST_ROWS, MOST_FIELDS / width))];
    this.ends = new int[lines.length * width + 1];
  }

  /** Adds a copy of a row. */
  void add(Row row) {
    int used = used();
    int length = row.end(width - 1);
    if (used + length > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, used + length));
    }
    System.arraycopy(row.chars(), 0, text, used, length);
    row.copyEnds(ends, rows * width + 1, width, used);
    lines[rows++] = row.line();
  }

  /** Whether it is time to take the values out. */
  boolean isFull() {
    return rows == lines.length || used() >= MOST_CHARS;
  }

  /** Makes room for the next rows. */
  void clear() {
    rows = 0;
  }

  private int used() {
    return ends[rows * width];
  }

  /** How many rows there are. */
  int rows() {
    return rows;
  }

  /** The line a row begins at. */
  int line(int row) {
    return lines[row];
  }

  /** The characters of all fields; not a copy. */
  char[] chars() {
    return text;
  }

  /** Where a field of a row begins. */
  int start(int row, int field) {
    return ends[row * width + field];
  }

  /** Where it ends. */
  int end(int row, int field) {
    return ends[row * width + field + 1];
  }
}
