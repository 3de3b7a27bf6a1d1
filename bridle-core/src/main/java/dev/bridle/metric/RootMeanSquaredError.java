package dev.bridle.metric;

import dev.bridle.data.Dataset;

/** \( \sqrt{\frac{1}{N O} \sum (y - t)^2} \), in the targets' units. */
record RootMeanSquaredError() implements Metric {
  @Override
  public String name() {
    return "rmse";
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public double of(Predictions predictions, Dataset truth) {
    int outputs = truth.task().outputs();
    double sum = 0;
    for (int i = 0; i < truth.values().length; i++) {
      double error = predictions.get(i / outputs, i % outputs) - truth.values()[i];
      sum += error * error;
    }
    return Math.sqrt(sum / truth.values().length);
  }
}
