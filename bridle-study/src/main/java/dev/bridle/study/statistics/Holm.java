package dev.bridle.study.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's adjusted p-values: \( \tilde p_{(i)} = \max_{j \le i} \min(1, (m - j + 1)\, p_{(j)}) \)
 * for p-values in rising order.
 *
 * <p>Rejecting where the adjusted value is below alpha keeps the chance of any false alarm among m
 * comparisons at alpha, whatever their dependence. See Holm, Scandinavian Journal of Statistics 6,
 * 1979.
 *
 * <p>NaN stands for a comparison that could not be made. It stays NaN and still counts among the m,
 * as if its p were 1: what was planned before training is not made smaller by what failed. (R's
 * {@code p.adjust} drops it and counts fewer.)
 */
public final class Holm {
  private Holm() {}

  /** The adjusted values in the order given, for as many comparisons as there are values. */
  public static double[] adjust(double... p) {
    return adjust(p, p.length);
  }

  /**
   * The adjusted values in the order given.
   *
   * @param p p-values in [0, 1], or NaN
   * @param comparisons m, at least as many as there are values
   */
  public static double[] adjust(double[] p, int comparisons) {
    Require.atLeast("comparisons", comparisons, p.length);
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, Double.NaN);
    double largest = 0;
    int step = 0;
    for (int i : risingOrder(p)) {
      largest = Math.max(largest, Math.min(1, (comparisons - step++) * p[i]));
      adjusted[i] = largest;
    }
    return adjusted;
  }

  /** The places of the values that are not NaN, smallest value first. */
  private static int[] risingOrder(double[] p) {
    for (int i = 0; i < p.length; i++) {
      if (p[i] < 0 || p[i] > 1) {
        throw new IllegalArgumentException(
            "p[" + i + "] = " + p[i] + ": expected a number in [0, 1], or NaN");
      }
    }
    return IntStream.range(0, p.length)
        .filter(i -> !Double.isNaN(p[i]))
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
