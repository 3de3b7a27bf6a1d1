package dev.bridle.study.statistics;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The power of the paired t-test, and how many replicates a decision would take.
 *
 * <p>With effect d (expected difference over the standard deviation of the differences), t is
 * noncentral with shift \( d / \sqrt{1/n + n_\text{score}/n_\text{train}} \). For splits of the
 * same rows this shift has a bound that no number of replicates passes: some differences cannot be
 * decided by more splits. See Cohen, Statistical Power Analysis for the Behavioral Sciences, 1988;
 * Colas, Sigaud and Oudeyer, arXiv:1806.08295, for seeds as replicates.
 */
public final class Power {
  /** The power that a number of replicates should reach. */
  public static final double TARGET = 0.8;

  /** Beyond so many replicates a comparison counts as one that cannot be decided. */
  public static final int LIMIT = 10_000;

  private Power() {}

  /**
   * The probability that the two-sided test rejects.
   *
   * @param replicates n, at least 2
   * @param effect the effect d, of either sign
   * @param alpha the level, in (0, 1)
   * @param scorePerTrain scored rows over training rows, 0 for independent replicates
   */
  public static double of(int replicates, double effect, double alpha, double scorePerTrain) {
    Require.atLeast("replicates", replicates, 2);
    Require.probability("alpha", alpha);
    Require.notNegative("scorePerTrain", scorePerTrain);
    double shift =
        Math.abs(effect) / Math.sqrt(CorrectedT.varianceFactor(replicates, scorePerTrain));
    double critical = quantile(replicates, alpha / 2);
    if (!(shift < Double.POSITIVE_INFINITY)) {
      return Double.isNaN(shift) ? Double.NaN : 1;
    }
    int freedom = replicates - 1;
    double rightSide = new NoncentralT(freedom, shift).upperTail(critical);
    double wrongSide = new NoncentralT(freedom, -shift).upperTail(critical);
    return Math.min(1, rightSide + wrongSide);
  }

  /**
   * The least effect that is significant with {@code replicates}: observed at that size, p = alpha.
   *
   * @param replicates n, at least 2
   * @param alpha the level, in (0, 1)
   * @param scorePerTrain scored rows over training rows, 0 for independent replicates
   */
  public static double leastSignificantEffect(int replicates, double alpha, double scorePerTrain) {
    Require.atLeast("replicates", replicates, 2);
    Require.probability("alpha", alpha);
    Require.notNegative("scorePerTrain", scorePerTrain);
    return quantile(replicates, alpha / 2)
        * Math.sqrt(CorrectedT.varianceFactor(replicates, scorePerTrain));
  }

  /**
   * The least number of replicates with power {@value #TARGET} against {@code effect}.
   *
   * @return empty where more than {@value #LIMIT} would be needed, or no number is enough
   */
  public static OptionalInt replicatesToDetect(double effect, double alpha, double scorePerTrain) {
    return least(n -> of(n, effect, alpha, scorePerTrain) >= TARGET);
  }

  /**
   * The least number of replicates after which {@link Tost} calls arms equivalent with power
   * {@value #TARGET}, if the true difference is {@code mean}; by the approximation \( (t_{1-\alpha}
   * + t_{0.8})\, s\, \sqrt{1/n + n_\text{score}/n_\text{train}} \le \delta - |\bar d| \).
   *
   * @param deviation the standard deviation s of the differences
   * @return empty where more than {@value #LIMIT} would be needed, or no number is enough
   */
  public static OptionalInt replicatesToEquate(
      double mean, double deviation, double delta, double alpha, double scorePerTrain) {
    Require.notNegative("deviation", deviation);
    Require.notNegative("delta", delta);
    Require.probability("alpha", alpha);
    Require.notNegative("scorePerTrain", scorePerTrain);
    double room = delta - Math.abs(mean);
    return least(
        n ->
            room > 0
                && (quantile(n, alpha) + quantile(n, 1 - TARGET))
                        * deviation
                        * Math.sqrt(CorrectedT.varianceFactor(n, scorePerTrain))
                    <= room);
  }

  /** The quantile of Student's t with {@code upper} above it. */
  private static double quantile(int replicates, double upper) {
    return TDistribution.of(replicates - 1.0).inverseSurvivalProbability(upper);
  }

  /** The least n in [2, LIMIT] that is enough, where every larger one is enough too. */
  private static OptionalInt least(IntPredicate enough) {
    if (!enough.test(LIMIT)) {
      return OptionalInt.empty();
    }
    int low = 1;
    int high = LIMIT;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (enough.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalInt.of(high);
  }
}
