package dev.bridle.study.table;

import java.util.Arrays;
import java.util.Optional;

/** Finds columns of whole numbers that look like the number or the key of a row. */
final class RowNumbers {
  private RowNumbers() {}

  /**
   * A warning if all values are whole numbers, none missing, all different, in 20 rows or more; it
   * says so if they count the rows up or down by one.
   */
  static Optional<Note> note(Column column) {
    if (!(column instanceof NumberColumn numbers)
        || column.size() < ColumnUse.MIN_ID_ROWS
        || !isDistinctIntegers(numbers.values())) {
      return Optional.empty();
    }
    String what =
        counts(numbers.values())
            ? " counts the rows"
            : " has another whole number in every row, as an id has";
    return Optional.of(
        Note.warning(
            "column "
                + Words.quote(column.name())
                + what
                + "; if it only names the row: "
                + Words.option("--drop", column.name())));
  }

  private static boolean isDistinctIntegers(double[] values) {
    for (double value : values) {
      if (value != Math.rint(value)) {
        return false; // NaN too
      }
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private static boolean counts(double[] values) {
    double step = values[1] - values[0];
    for (int i = 1; i < values.length; i++) {
      if (Math.abs(step) != 1 || values[i] - values[i - 1] != step) {
        return false;
      }
    }
    return true;
  }
}
