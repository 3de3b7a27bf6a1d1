package dev.bridle.study.statistics;

/**
 * Bonferroni's level of simultaneous intervals, 1 - alpha/m.
 *
 * <p>All m intervals of this level cover at once with probability at least 1 - alpha. Holm's tests
 * have no such intervals, so one of these may include 0 beside an adjusted p-value below alpha.
 */
public final class Bonferroni {
  private Bonferroni() {}

  /**
   * The level of each interval.
   *
   * @param alpha the chance that any of them misses, in (0, 1)
   * @param comparisons m, at least 1
   */
  public static double level(double alpha, int comparisons) {
    return 1 - share(alpha, comparisons);
  }

  /** What each comparison may use of alpha: alpha/m. */
  public static double share(double alpha, int comparisons) {
    Require.probability("alpha", alpha);
    Require.atLeast("comparisons", comparisons, 1);
    return alpha / comparisons;
  }
}
