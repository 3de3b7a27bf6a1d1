package dev.bridle.study.table;

import dev.bridle.data.Dataset;
import dev.bridle.data.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows in memory as a table, for what looks at tables. */
public final class DatasetTable {
  private DatasetTable() {}

  /**
   * The inputs as columns of numbers under their names, then the target: a column {@code class}, or
   * the first of the target numbers. Row i has line i + 1.
   */
  public static Table of(String name, Dataset rows) {
    int n = rows.size();
    List<Column> columns = inputs(rows);
    Target target = target(rows, columns.size());
    columns.add(
        rows.task() instanceof Task.Regression task
            ? new NumberColumn(task.targets().get(0), strided(rows.values(), 0, n))
            : new CategoryColumn("class", rows.labels(), target.classes()));
    Fingerprint fingerprint =
        new Fingerprint(
            "",
            0,
            columns.stream().map(Column::name).toList(),
            columns.stream().map(Column::type).toList());
    int[] lines = IntStream.rangeClosed(1, n).toArray();
    return new Table(name, columns, lines, Optional.of(target), List.of(), fingerprint);
  }

  /** The inputs alone, for models that take them as they are: a table without a target. */
  public static Table ofInputs(String name, Dataset rows) {
    return Table.ofInputs(name, inputs(rows));
  }

  private static List<Column> inputs(Dataset rows) {
    List<Column> columns = new ArrayList<>();
    for (int f = 0; f < rows.features(); f++) {
      double[] values = strided(rows.inputs(), f, rows.size());
      columns.add(new NumberColumn(rows.featureNames().get(f), values));
    }
    return columns;
  }

  private static Target target(Dataset rows, int column) {
    return rows.task() instanceof Task.Classification task
        ? new Target(column, TaskKind.CLASSIFICATION, task.classes())
        : new Target(column, TaskKind.REGRESSION, List.of());
  }

  /** Number {@code at} of each of n rows. */
  private static double[] strided(float[] from, int at, int n) {
    int width = from.length / n;
    return IntStream.range(0, n).mapToDouble(row -> from[row * width + at]).toArray();
  }
}
