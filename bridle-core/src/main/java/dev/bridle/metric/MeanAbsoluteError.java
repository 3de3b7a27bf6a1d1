package dev.bridle.metric;

import dev.bridle.data.Dataset;

/** \( \frac{1}{N O} \sum |y - t| \), in the targets' units. */
record MeanAbsoluteError() implements Metric {
  @Override
  public String name() {
    return "mae";
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
      sum += Math.abs(predictions.get(i / outputs, i % outputs) - truth.values()[i]);
    }
    return sum / truth.values().length;
  }
}
