package dev.bridle.metric;

import dev.bridle.data.Dataset;
import java.util.Arrays;

/**
 * Area under the ROC curve of two classes: the probability that a row of the second class gets a
 * higher probability of it than a row of the first, ties half. By ranks (Hanley and McNeil 1982).
 * 0.5 where only one of the classes occurs.
 */
record AreaUnderCurve() implements Metric {
  @Override
  public String name() {
    return "auc";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public double of(Predictions predictions, Dataset truth) {
    int n = truth.size();
    double[] sorted = new double[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = predictions.get(i, 1);
      if (Double.isNaN(sorted[i])) {
        return Double.NaN;
      }
    }
    Arrays.sort(sorted);
    double rankSum = 0;
    double positives = 0;
    for (int i = 0; i < n; i++) {
      if (truth.labels()[i] == 1) {
        rankSum += meanRank(sorted, predictions.get(i, 1));
        positives++;
      }
    }
    double pairs = positives * (n - positives);
    return pairs == 0 ? 0.5 : (rankSum - positives * (positives + 1) / 2) / pairs;
  }

  /** The mean rank, counted from 1, of all numbers equal to {@code value}. */
  private static double meanRank(double[] sorted, double value) {
    return (below(sorted, value, false) + below(sorted, value, true) + 1) / 2.0;
  }

  /** How many numbers are less than {@code value}, or at most it. */
  private static int below(double[] sorted, double value, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean counts = orEqual ? sorted[middle] <= value : sorted[middle] < value;
      low = counts ? middle + 1 : low;
      high = counts ? high : middle;
    }
    return low;
  }
}
