package dev.bridle.export;

import dev.bridle.data.Task;
import dev.bridle.metric.Predictions;
import dev.bridle.study.table.Table;

/** A model that answers for rows of raw columns, found by name. Not for several threads at once. */
public interface Predictor extends AutoCloseable {
  /** What it answers. */
  Task task();

  /** The columns it takes. */
  InputColumns columns();

  /**
   * What it says about the rows of a table.
   *
   * @throws dev.bridle.study.table.ColumnMismatch if a column is missing or of another type
   */
  Predictions predict(Table rows);

  @Override
  void close();
}
