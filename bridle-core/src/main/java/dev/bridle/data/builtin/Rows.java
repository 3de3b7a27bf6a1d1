package dev.bridle.data.builtin;

import dev.bridle.tensor.Key;

/** What the built-in data sets share: room for the numbers of their rows, and classes for them. */
final class Rows {
  private Rows() {}

  /** Zeros for {@code rows} rows of {@code width} numbers, row-major. */
  static float[] numbers(int rows, int width) {
    int most = Integer.MAX_VALUE / width;
    if (rows < 0 || rows > most) {
      throw new IllegalArgumentException(
          "rows = " + rows + ": expected a whole number from 0 to " + most);
    }
    return new float[rows * width];
  }

  /**
   * Classes in random order, each once in every block of {@code classes} rows.
   *
   * <p>The blocks are shuffled one by one, so that a long draw begins with the short one.
   */
  static int[] classes(int rows, int classes, Key key) {
    int[] labels = new int[rows];
    for (int block = 0; block * classes < rows; block++) {
      int[] order = key.at("classes").at(block).stream().permutation(classes);
      int start = block * classes;
      System.arraycopy(order, 0, labels, start, Math.min(classes, rows - start));
    }
    return labels;
  }

  /** Refuses a row with another number of inputs. */
  static void requireWidth(double[] row, int width) {
    if (row.length != width) {
      throw new IllegalArgumentException("x: " + row.length + " numbers, expected " + width);
    }
  }
}
