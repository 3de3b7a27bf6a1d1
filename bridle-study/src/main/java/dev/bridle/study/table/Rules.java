package dev.bridle.study.table;

import java.util.List;

/** Makes the rules of a preparation, from training rows or from what a model file holds. */
final class Rules {
  private Rules() {}

  /** The rule for a column, fitted to the training rows. */
  static InputRule fit(Column column, int[] trainingRows) {
    return column instanceof NumberColumn numbers
        ? NumberRule.fit(numbers, trainingRows)
        : CategoryRule.fit((CategoryColumn) column, trainingRows);
  }

  /** The rule that was written under a prefix. */
  static InputRule read(String prefix, Entries entries) {
    String kind = entries.word(prefix + "kind", List.of("number", "category"));
    return kind.equals("number")
        ? NumberRule.read(prefix, entries)
        : CategoryRule.read(prefix, entries);
  }

  /** The rule for a table's target, fitted to the training rows. */
  static TargetRule fitTarget(Table table, int[] trainingRows) {
    Target target = table.requireTarget();
    Column column = table.columns().get(target.column());
    if (target.kind() == TaskKind.CLASSIFICATION) {
      return new TargetRule.Classes(column.name(), target.classes());
    }
    return new TargetRule.Amount(column.name());
  }

  /** The rule for a target that was written. */
  static TargetRule readTarget(Entries entries) {
    String column = entries.text("target.column");
    return entries.word("target.kind", List.of("classes", "amount")).equals("classes")
        ? new TargetRule.Classes(column, entries.texts("target.class"))
        : new TargetRule.Amount(column);
  }
}
