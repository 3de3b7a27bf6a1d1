package dev.bridle.metric;

import dev.bridle.data.Dataset;

/**
 * \( \frac1N \sum_i \sum_c (p_{i,c} - t_{i,c})^2 \), t being 1 for the true class: a proper score
 * in [0, 2]. Brier 1950, in its form for several classes.
 */
record BrierScore() implements Metric {
  @Override
  public String name() {
    return "brier";
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public double of(Predictions predictions, Dataset truth) {
    double sum = 0;
    for (int i = 0; i < truth.size(); i++) {
      for (int c = 0; c < truth.task().outputs(); c++) {
        double error = predictions.get(i, c) - (truth.labels()[i] == c ? 1 : 0);
        sum += error * error;
      }
    }
    return sum / truth.size();
  }
}
