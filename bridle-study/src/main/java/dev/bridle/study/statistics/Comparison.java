package dev.bridle.study.statistics;

import dev.bridle.tensor.Key;

/**
 * What is fixed about the comparison with the baseline before anything is trained.
 *
 * @param claim the question
 * @param alpha the level of the whole family of tests, in (0, 0.5)
 * @param delta the smallest difference that matters, in the units of the metric, at least 0
 * @param comparisons how many arms are compared with the baseline, m, at least 1
 * @param higherIsBetter the direction of the metric
 * @param scorePerTrain rows that score a replicate over rows that train it; above 0 for {@link
 *     Claim#SAMPLES}, without effect for the other claims
 * @param seed the study's seed, which the random draws of the tests are derived from
 */
public record Comparison(
    Claim claim,
    double alpha,
    double delta,
    int comparisons,
    boolean higherIsBetter,
    double scorePerTrain,
    long seed) {
  /** The usual level. */
  public static final double ALPHA = 0.05;

  /** Checks every number. */
  public Comparison {
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha = " + alpha + ": expected a number in (0, 0.5)");
    }
    Require.notNegative("delta", delta);
    Require.atLeast("comparisons", comparisons, 1);
    Require.notNegative("scorePerTrain", scorePerTrain);
    if (claim == Claim.SAMPLES && scorePerTrain == 0) {
      throw new IllegalArgumentException(
          "scorePerTrain = " + scorePerTrain + ": expected a number > 0 for the claim samples");
    }
  }

  /** The ratio that corrects for shared rows: 0 where replicates are independent. */
  public double sharing() {
    return claim == Claim.SAMPLES ? scorePerTrain : 0;
  }

  /** The level of each interval of a difference, so that all m cover together. */
  public double intervalLevel() {
    return Bonferroni.level(alpha, comparisons);
  }

  /** Whether a difference of this size matters, that is, reaches delta. */
  public boolean matters(double difference) {
    return Math.abs(difference) >= delta * (1 - PairedDifferences.SAME);
  }

  /** Whether a difference of this sign is a gain. */
  public boolean isGain(double difference) {
    return higherIsBetter ? difference > 0 : difference < 0;
  }

  double p(PairedDifferences differences, String arm) {
    return claim.p(differences, sharing(), key(arm));
  }

  MeanInterval difference(PairedDifferences differences, String arm) {
    return claim.interval(differences, intervalLevel(), sharing(), key(arm));
  }

  /** Where the draws for one arm come from; the other arms have no part in it. */
  Key key(String arm) {
    return Key.of(seed).at("statistics").at(arm);
  }
}
