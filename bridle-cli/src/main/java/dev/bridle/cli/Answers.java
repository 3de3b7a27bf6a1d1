package dev.bridle.cli;

import dev.bridle.export.Predictor;
import dev.bridle.export.Rows;
import java.util.Optional;

/**
 * What a model says about rows, a piece after the other.
 *
 * @param model that is asked; closed with this
 * @param masked the same network, where it predicts under random masks
 */
record Answers(Predictor model, Optional<MaskedRows> masked) implements AutoCloseable {
  /** What it says about the next rows. */
  Said next(Rows rows) {
    return masked.isPresent() ? masked.get().next(rows) : Said.of(model.predict(rows));
  }

  /**
   * How that is written.
   *
   * @param heading what the names of rows are, where they have any
   */
  PredictionFormat format(Optional<String> heading, boolean json) {
    boolean spread = masked.isPresent() && masked.get().isSpread();
    return PredictionFormat.of(model.task(), heading, spread, json);
  }

  @Override
  public void close() {
    model.close();
  }
}
