package dev.bridle.export;

import dev.bridle.study.table.Table;
import java.util.stream.IntStream;

/** Some rows of a table. */
final class Rows {
  private Rows() {}

  /** The numbers of all rows. */
  static int[] all(Table table) {
    return IntStream.range(0, table.rows()).toArray();
  }

  /** The rows of the given numbers, as a table of their own. */
  static Table take(Table table, int... rows) {
    return Table.ofInputs(
        table.name(), table.columns().stream().map(column -> column.at(rows)).toList());
  }

  /** Rows {@code from} (inclusive) to {@code to}, as a table of their own. */
  static Table range(Table table, int from, int to) {
    return take(table, IntStream.range(from, Math.min(to, table.rows())).toArray());
  }
}
