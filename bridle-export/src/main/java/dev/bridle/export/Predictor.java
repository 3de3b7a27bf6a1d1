package dev.bridle.export;

import dev.bridle.data.Task;
import dev.bridle.metric.Predictions;
import dev.bridle.study.table.Table;

/** A model that answers for rows as they come. Not for several threads at once. */
public interface Predictor extends AutoCloseable {
  /** What it answers. */
  Task task();

  /** What it takes. */
  ModelInput input();

  /**
   * What it says about rows.
   *
   * @throws dev.bridle.study.table.ColumnMismatch if they are not rows for this model: a column is
   *     missing or of another type
   */
  Predictions predict(Rows rows);

  /** What it says about the rows of a table. */
  default Predictions predict(Table rows) {
    return predict(Rows.of(rows));
  }

  @Override
  void close();
}
