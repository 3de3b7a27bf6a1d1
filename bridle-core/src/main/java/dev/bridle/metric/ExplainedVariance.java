package dev.bridle.metric;

import dev.bridle.data.Dataset;

/**
 * \( R^2 = 1 - \sum (y - t)^2 / \sum (t - \bar t)^2 \), mean over the targets; at most 1, and below
 * 0 for predictions worse than the mean. A target that does not vary counts as 0.
 */
record ExplainedVariance() implements Metric {
  @Override
  public String name() {
    return "r2";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public double of(Predictions predictions, Dataset truth) {
    int outputs = truth.task().outputs();
    double sum = 0;
    for (int o = 0; o < outputs; o++) {
      sum += ofTarget(predictions, truth, o, outputs);
    }
    return sum / outputs;
  }

  private static double ofTarget(Predictions predictions, Dataset truth, int o, int outputs) {
    double mean = 0;
    for (int i = 0; i < truth.size(); i++) {
      mean += truth.values()[i * outputs + o] / (double) truth.size();
    }
    double unexplained = 0;
    double variance = 0;
    for (int i = 0; i < truth.size(); i++) {
      double target = truth.values()[i * outputs + o];
      unexplained += Math.pow(predictions.get(i, o) - target, 2);
      variance += Math.pow(target - mean, 2);
    }
    return variance == 0 ? 0 : 1 - unexplained / variance;
  }
}
