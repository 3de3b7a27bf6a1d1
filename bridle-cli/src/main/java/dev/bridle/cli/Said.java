package dev.bridle.cli;

import dev.bridle.metric.Predictions;
import java.util.Optional;

/**
 * What a model says about some rows.
 *
 * @param mean probabilities or numbers; of predictions under masks their mean
 * @param deviation of predictions under masks, their standard deviation
 */
record Said(Predictions mean, Optional<Predictions> deviation) {
  /** What a model says without masks. */
  static Said of(Predictions predictions) {
    return new Said(predictions, Optional.empty());
  }

  /**
   * The entropy of the mean probabilities of a row, in nats: 0 where one class is certain, the
   * logarithm of the number of classes where all are alike.
   */
  double entropy(int row) {
    double entropy = 0;
    for (int c = 0; c < mean.task().outputs(); c++) {
      double p = mean.get(row, c);
      entropy -= p > 0 ? p * Math.log(p) : 0;
    }
    return entropy;
  }
}
