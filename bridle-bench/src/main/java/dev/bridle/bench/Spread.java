package dev.bridle.bench;

import java.util.Arrays;
import java.util.List;

/**
 * The middle of several measurements, and how far they lie apart.
 *
 * @param median the middle one
 * @param low the least, or the lower quartile
 * @param high the largest, or the upper quartile
 */
record Spread(double median, double low, double high) {
  /** Median, least and largest. */
  static Spread range(double... values) {
    double[] sorted = sorted(values);
    return new Spread(quantile(sorted, 0.5), sorted[0], sorted[sorted.length - 1]);
  }

  /** Median and quartiles; between two values, in proportion. */
  static Spread quartiles(double... values) {
    double[] sorted = sorted(values);
    return new Spread(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
  }

  /** Several runs taken as one: the median of their medians, between the extremes of all. */
  static Spread overRuns(List<Spread> runs) {
    double[] medians = runs.stream().mapToDouble(Spread::median).toArray();
    return new Spread(
        range(medians).median(),
        runs.stream().mapToDouble(Spread::low).min().orElseThrow(),
        runs.stream().mapToDouble(Spread::high).max().orElseThrow());
  }

  private static double[] sorted(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("values = []: expected at least one measurement");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
