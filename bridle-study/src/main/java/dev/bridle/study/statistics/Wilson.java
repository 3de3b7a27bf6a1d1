package dev.bridle.study.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilson's score interval of a probability: \( \frac{\hat p + z^2/2n \pm z\sqrt{\hat p(1-\hat p)/n
 * + z^2/4n^2}}{1 + z^2/n} \).
 *
 * <p>It stays inside [0, 1], and at 0 or n successes it is an interval still. Chosen over Clopper
 * and Pearson's, which is wider than its level and undefined for half a success, as ties give. See
 * Wilson, JASA 1927; Brown, Cai and DasGupta, Statistical Science 2001.
 */
public final class Wilson {
  private Wilson() {}

  /**
   * The interval for {@code successes} of {@code trials}.
   *
   * @param successes in [0, trials], halves allowed
   * @param trials at least 1
   * @param level the level of confidence, in (0, 1)
   */
  public static Interval interval(double successes, int trials, double level) {
    Require.atLeast("trials", trials, 1);
    Require.probability("level", level);
    if (!(successes >= 0 && successes <= trials)) {
      throw new IllegalArgumentException(
          "successes = " + successes + ": expected a number in [0, " + trials + "]");
    }
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    double share = successes / trials;
    double weight = z * z / trials;
    double center = (share + weight / 2) / (1 + weight);
    double reach =
        z * Math.sqrt(share * (1 - share) / trials + weight / (4 * trials)) / (1 + weight);
    return new Interval(Math.max(0, center - reach), Math.min(1, center + reach));
  }
}
