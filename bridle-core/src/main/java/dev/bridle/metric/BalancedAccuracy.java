package dev.bridle.metric;

import dev.bridle.data.Dataset;

/**
 * Mean over the classes that occur of the share of their rows whose most probable class is the true
 * one, in [0, 1]: a rare class counts as much as a common one.
 */
record BalancedAccuracy() implements Metric {
  @Override
  public String name() {
    return "balanced-accuracy";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public double of(Predictions predictions, Dataset truth) {
    int[] rows = new int[truth.task().outputs()];
    int[] right = new int[rows.length];
    for (int i = 0; i < truth.size(); i++) {
      int label = truth.labels()[i];
      rows[label]++;
      right[label] += predictions.label(i) == label ? 1 : 0;
    }
    double sum = 0;
    int occurring = 0;
    for (int c = 0; c < rows.length; c++) {
      if (rows[c] > 0) {
        sum += (double) right[c] / rows[c];
        occurring++;
      }
    }
    return sum / occurring;
  }
}
