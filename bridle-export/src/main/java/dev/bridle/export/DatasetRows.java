package dev.bridle.export;

import dev.bridle.data.Dataset;
import dev.bridle.study.table.Column;
import dev.bridle.study.table.NumberColumn;
import dev.bridle.study.table.Table;
import java.util.ArrayList;
import java.util.List;

/** The inputs of a data set as columns of numbers, for models that take them as they are. */
public final class DatasetRows {
  private DatasetRows() {}

  /** The rows as a table without a target. */
  public static Table of(String name, Dataset rows) {
    List<Column> columns = new ArrayList<>();
    int width = rows.features();
    for (int f = 0; f < width; f++) {
      double[] values = new double[rows.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = rows.inputs()[row * width + f];
      }
      columns.add(new NumberColumn(rows.featureNames().get(f), values));
    }
    return Table.ofInputs(name, columns);
  }
}
