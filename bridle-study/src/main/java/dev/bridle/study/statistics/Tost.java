package dev.bridle.study.statistics;

/**
 * The test of equivalence by two one-sided t-tests: is the expected difference inside (-delta,
 * delta)?
 *
 * <p>The p-value is the larger of those of "at most -delta" and "at least delta"; it is below alpha
 * exactly where the interval of level 1 - 2 alpha (90 % for alpha = 0.05) lies inside. No two arms
 * are equivalent with delta = 0 or from one replicate. Differences that are all the same have no t:
 * if that number is inside, p is that of the one-sided sign test, 2^-n, so at alpha = 0.05 it takes
 * five of them. See Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15, 1987.
 *
 * @param delta the smallest difference that matters, in the units of the metric
 * @param alpha the level of each one-sided test
 * @param interval the interval of level 1 - 2 alpha
 * @param p the p-value of "the arms differ by delta or more"
 */
public record Tost(double delta, double alpha, Interval interval, double p) {
  /**
   * The test for the mean that {@code t} describes, corrected as {@code t} is.
   *
   * @param delta finite and at least 0
   * @param alpha in (0, 0.5)
   */
  public static Tost of(CorrectedT t, double delta, double alpha) {
    Require.notNegative("delta", delta);
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha = " + alpha + ": expected a number in (0, 0.5)");
    }
    return new Tost(delta, alpha, t.interval(1 - 2 * alpha), p(t, delta));
  }

  /** Whether the arms differ by less than delta, at the level alpha. */
  public boolean isEquivalent() {
    return p < alpha;
  }

  private static double p(CorrectedT t, double delta) {
    double room = delta - Math.abs(t.mean());
    if (room <= 0 || t.replicates() < 2) {
      return 1;
    }
    return t.hasSpread() ? t.upperTail(room / t.standardError()) : Math.scalb(1.0, -t.replicates());
  }
}
