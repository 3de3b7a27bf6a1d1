package dev.bridle.study.table;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds columns that give the target away, as those do that are only known once it is.
 *
 * <p>For classes: a column with one value for each class and no other (the target in other words),
 * or one of numbers whose ranges in the classes do not overlap, in 50 rows or more. For a number: a
 * column in which the target only rises or only falls, strictly, in 50 rows or more with at least
 * 20 different values.
 */
interface LeakCheck {
  /** Rows with a value that it takes to call a separation more than chance. */
  int MIN_ROWS = 50;

  /** A warning about the column, if it gives the target away. */
  Optional<Note> note(Column column);

  /** The check for a table's target. */
  static LeakCheck of(Table table) {
    Target target = table.requireTarget();
    Column column = table.columns().get(target.column());
    if (target.kind() == TaskKind.CLASSIFICATION) {
      int[] rows = IntStream.range(0, table.rows()).toArray();
      TargetRule.Classes rule = new TargetRule.Classes(column.name(), target.classes());
      return new ClassLeak(rule.labels(column, table, rows), target.classes().size());
    }
    return new AmountLeak(((NumberColumn) column).values());
  }

  /** The warning that a column does something it should not. */
  static Note warning(Column column, String does) {
    return Note.warning(
        "column "
            + Words.quote(column.name())
            + " "
            + does
            + "; if it is not known before the target is: "
            + Words.option("--drop", column.name()));
  }
}
