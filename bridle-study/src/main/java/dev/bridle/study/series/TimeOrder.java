package dev.bridle.study.series;

import dev.bridle.study.table.CategoryColumn;
import dev.bridle.study.table.Column;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableException;
import dev.bridle.study.table.Words;
import java.util.regex.Pattern;

/**
 * Refuses a table whose dates run backward: there the future would predict the past, and nobody
 * would notice. Looked at are columns of texts that all begin as ISO 8601 has it, {@code 1981-01}
 * or {@code 1981-01-31}; others say nothing.
 */
final class TimeOrder {
  private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}(?:-[0-9]{2}.*)?");

  private TimeOrder() {}

  /** Checks every column of dates. */
  static void require(Table table) {
    for (Column column : table.columns()) {
      if (column instanceof CategoryColumn dates && isDates(dates)) {
        requireRising(table, dates);
      }
    }
  }

  private static boolean isDates(CategoryColumn column) {
    return column.missing() == 0
        && column.dictionary().stream().allMatch(text -> ISO.matcher(text).matches());
  }

  private static void requireRising(Table table, CategoryColumn dates) {
    for (int row = 1; row < table.rows(); row++) {
      if (dates.text(row).compareTo(dates.text(row - 1)) < 0) {
        throw new TableException(
            table.name()
                + ", line "
                + table.line(row)
                + ", column "
                + Words.quote(dates.name())
                + ": found "
                + Words.quote(dates.text(row))
                + " behind "
                + Words.quote(dates.text(row - 1))
                + ", expected rows in the order of time, the oldest first; sort the file, or leave"
                + " the column out: "
                + Words.option("--drop", dates.name()));
      }
    }
  }
}
