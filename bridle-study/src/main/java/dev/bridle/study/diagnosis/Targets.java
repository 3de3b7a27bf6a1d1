package dev.bridle.study.diagnosis;

import dev.bridle.study.table.Column;
import dev.bridle.study.table.NumberColumn;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TaskKind;
import java.util.Arrays;
import java.util.Optional;

/** The target of a table as numbers. */
final class Targets {
  private Targets() {}

  /** The class of each row, {@code [N]}; empty unless classes are asked for. */
  static Optional<int[]> labels(Table table) {
    return is(table, TaskKind.CLASSIFICATION) ? Optional.of(table.labels()) : Optional.empty();
  }

  /** The target of each row, {@code [N]}; empty unless a number is asked for. */
  static Optional<double[]> amounts(Table table) {
    return is(table, TaskKind.REGRESSION)
        ? Optional.of(((NumberColumn) column(table)).values())
        : Optional.empty();
  }

  /** What rows are in order by, {@code [N]}: class or amount; empty without a target. */
  static Optional<double[]> order(Table table) {
    return labels(table)
        .map(l -> Arrays.stream(l).asDoubleStream().toArray())
        .or(() -> amounts(table));
  }

  /** The name of the target; empty text without one. */
  static String name(Table table) {
    return table.target().isPresent() ? column(table).name() : "";
  }

  private static Column column(Table table) {
    return table.columns().get(table.target().orElseThrow().column());
  }

  private static boolean is(Table table, TaskKind kind) {
    return table.target().map(target -> target.kind() == kind).orElse(false);
  }
}
