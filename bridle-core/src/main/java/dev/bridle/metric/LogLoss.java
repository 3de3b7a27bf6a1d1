package dev.bridle.metric;

import dev.bridle.data.Dataset;

/**
 * \( -\frac1N \sum_i \log p_i(\text{true class}) \), in nats, at least 0. A probability that rounds
 * to 0 counts as the smallest positive double, so that one sure mistake costs 745 and not infinity.
 */
record LogLoss() implements Metric {
  @Override
  public String name() {
    return "log-loss";
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public double of(Predictions predictions, Dataset truth) {
    double sum = 0;
    for (int i = 0; i < truth.size(); i++) {
      double p = predictions.get(i, truth.labels()[i]);
      sum -= Math.log(p == 0 ? Double.MIN_VALUE : p); // NaN stays NaN
    }
    return sum / truth.size();
  }
}
