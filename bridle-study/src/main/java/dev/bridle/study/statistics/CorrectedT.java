package dev.bridle.study.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's paired t-test, corrected for replicates that share rows: \( t = \bar d / \sqrt{(1/n +
 * n_\text{score}/n_\text{train})\, s^2} \), with n - 1 degrees of freedom.
 *
 * <p>Resampled splits overlap, so the plain standard error is too small. The correction is exact if
 * any two differences have the correlation n_score / (n_score + n_train), timid below and too bold
 * above: a convention, not a proof. With ratio 0 this is the plain paired t-test, for independent
 * replicates. See Nadeau and Bengio, Machine Learning 52, 2003; Bouckaert and Frank, PAKDD 2004.
 *
 * <ul>
 *   <li>One replicate: infinite standard error, t = 0, p = 1, the interval is the whole line.
 *   <li>All differences 0: t = 0, p = 1, the interval is [0, 0].
 *   <li>All differences the same other number: t is infinite and the interval a point. Student's
 *       p-value would be 0 even for two replicates of a coarse metric, so p is that of the sign
 *       test instead, 2^(1-n).
 * </ul>
 *
 * @param replicates the number of differences n, at least 1
 * @param mean the mean difference
 * @param standardError the corrected standard error of the mean
 */
public record CorrectedT(int replicates, double mean, double standardError) {
  /**
   * The test of {@code differences}.
   *
   * @param scorePerTrain rows that score a replicate over rows that train it, finite and at least
   *     0; 0 for independent replicates
   */
  public static CorrectedT of(PairedDifferences differences, double scorePerTrain) {
    Require.notNegative("scorePerTrain", scorePerTrain);
    int n = differences.size();
    double error =
        n < 2
            ? Double.POSITIVE_INFINITY
            : differences.deviation() * Math.sqrt(varianceFactor(n, scorePerTrain));
    return new CorrectedT(n, differences.mean(), error);
  }

  /** The plain paired t-test, for independent replicates. */
  public static CorrectedT paired(PairedDifferences differences) {
    return of(differences, 0);
  }

  /** What the variance of one difference is multiplied by: 1/n + n_score/n_train. */
  static double varianceFactor(int replicates, double scorePerTrain) {
    return 1.0 / replicates + scorePerTrain;
  }

  /** The degrees of freedom, n - 1. */
  public int degreesOfFreedom() {
    return replicates - 1;
  }

  /** Student's t. */
  public double statistic() {
    return mean == 0 ? 0 : mean / standardError;
  }

  /** The two-sided p-value of "the expected difference is 0". */
  public double p() {
    if (replicates < 2 || mean == 0) {
      return 1;
    }
    return hasSpread() ? Math.min(1, 2 * upperTail(Math.abs(statistic()))) : signTest();
  }

  /**
   * The interval of the expected difference.
   *
   * @param level the level of confidence, in (0, 1)
   */
  public Interval interval(double level) {
    Require.probability("level", level);
    if (replicates < 2) {
      return Interval.everything();
    }
    double quantile = distribution().inverseSurvivalProbability((1 - level) / 2);
    return Interval.around(mean, quantile * standardError);
  }

  /** Whether the differences differ at all. */
  boolean hasSpread() {
    return standardError > 0;
  }

  /** The probability of a t above {@code t}. */
  double upperTail(double t) {
    return distribution().survivalProbability(t);
  }

  /** The two-sided p-value of n differences that all have one sign. */
  private double signTest() {
    return Math.scalb(1.0, 1 - replicates);
  }

  private TDistribution distribution() {
    return TDistribution.of(degreesOfFreedom());
  }
}
