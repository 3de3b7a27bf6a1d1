package dev.bridle.export;

import dev.bridle.study.table.Table;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Rows a model is asked about, as they come: nothing is prepared yet. */
public sealed interface Rows {
  /** Where they come from, for people. */
  String source();

  /** How many there are. */
  int count();

  /** The rows of the given numbers, in that order. */
  Rows at(int... rows);

  /** Rows {@code from} (inclusive) to {@code to}, or to the end. */
  default Rows range(int from, int to) {
    return at(IntStream.range(from, Math.min(to, count())).toArray());
  }

  /** The rows of a table. */
  static Rows of(Table table) {
    return new OfTable(table);
  }

  /**
   * Rows of columns, found by name.
   *
   * @param table with these columns, and maybe others
   */
  record OfTable(Table table) implements Rows {
    @Override
    public String source() {
      return table.name();
    }

    @Override
    public int count() {
      return table.rows();
    }

    @Override
    public OfTable at(int... rows) {
      return new OfTable(
          Table.ofInputs(
              table.name(), table.columns().stream().map(column -> column.at(rows)).toList()));
    }
  }

  /** Rows of so many numbers each: images, or windows of a time series; made when asked for. */
  final class OfNumbers implements Rows {
    private final String source;
    private final int width;
    private final int count;
    private final IntFunction<double[]> each;

    /**
     * Rows of numbers.
     *
     * @param width how many numbers a row has
     * @param each the row of a number, {@code [width]}
     */
    public OfNumbers(String source, int width, int count, IntFunction<double[]> each) {
      this.source = source;
      this.width = width;
      this.count = count;
      this.each = each;
    }

    @Override
    public String source() {
      return source;
    }

    @Override
    public int count() {
      return count;
    }

    /** How many numbers a row has. */
    int width() {
      return width;
    }

    /** The numbers of a row, {@code [width]}. */
    double[] row(int number) {
      return each.apply(number);
    }

    /** The numbers of all rows, {@code [N, width]} row-major. */
    double[] numbers() {
      double[] all = new double[Math.multiplyExact(count, width)];
      for (int i = 0; i < count; i++) {
        System.arraycopy(row(i), 0, all, i * width, width);
      }
      return all;
    }

    @Override
    public OfNumbers at(int... rows) {
      return new OfNumbers(source, width, rows.length, i -> row(rows[i]));
    }
  }
}
