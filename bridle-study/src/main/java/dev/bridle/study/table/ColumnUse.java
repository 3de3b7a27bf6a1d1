package dev.bridle.study.table;

import java.util.Optional;

/** Whether a column can be an input at all, judged over the whole table. */
final class ColumnUse {
  /** From this many rows on, values that are all different look like names of the rows. */
  static final int MIN_ID_ROWS = 20;

  private ColumnUse() {}

  /** Why a column is left out, in words that follow its name; empty if it is used. */
  static Optional<String> of(Column column) {
    if (column instanceof TextColumn) {
      return Optional.of(
          "has more than " + Words.grouped(TextColumn.MAX_DICTIONARY) + " different texts");
    }
    int missing = column.missing();
    if (missing == column.size()) {
      return Optional.of("has no value in any row");
    }
    if (missing == 0 && isConstant(column)) {
      return Optional.of("is " + Words.quote(column.text(0)) + " in every row");
    }
    boolean distinct =
        column instanceof CategoryColumn texts
            && column.size() - missing >= MIN_ID_ROWS
            && isDistinct(texts);
    return distinct ? Optional.of("has another text in every row") : Optional.empty();
  }

  private static boolean isConstant(Column column) {
    if (column instanceof NumberColumn numbers) {
      double[] values = numbers.values();
      for (double value : values) {
        if (value != values[0]) {
          return false;
        }
      }
      return true;
    }
    int[] codes = ((CategoryColumn) column).codes();
    for (int code : codes) {
      if (code != codes[0]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDistinct(CategoryColumn column) {
    boolean[] seen = new boolean[column.dictionary().size()];
    for (int code : column.codes()) {
      if (code >= 0 && seen[code]) {
        return false;
      }
      if (code >= 0) {
        seen[code] = true;
      }
    }
    return true;
  }
}
