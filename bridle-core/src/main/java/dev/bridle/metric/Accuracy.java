package dev.bridle.metric;

import dev.bridle.data.Dataset;

/** Share of rows whose most probable class is the true one, in [0, 1]. */
record Accuracy() implements Metric {
  @Override
  public String name() {
    return "accuracy";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public double of(Predictions predictions, Dataset truth) {
    int right = 0;
    for (int i = 0; i < truth.size(); i++) {
      if (predictions.label(i) == truth.labels()[i]) {
        right++;
      }
    }
    return (double) right / truth.size();
  }
}
