package dev.bridle.study.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * One difference per replicate between two arms that shared that replicate's chance: \( d_r =
 * \text{metric}_r(\text{arm}) - \text{metric}_r(\text{baseline}) \).
 *
 * <p>The sign is that of the raw metric: above 0 the arm's number is larger, which is good for
 * accuracy and bad for a loss.
 *
 * @param values the differences, at least one, all finite
 */
public record PairedDifferences(List<Double> values) {
  /**
   * Numbers closer than this share of the largest are taken as equal. Scores are sums of a few
   * thousand terms at most, and 0.93 - 0.91 is not 0.95 - 0.93 in floating point: without it ties
   * would be broken by rounding, and adding a constant to both arms would change a p-value.
   */
  static final double SAME = 1e-9;

  private static final double SAME_SCORE = 1e-12;

  /** Copies and checks the differences. */
  public PairedDifferences {
    values = List.copyOf(values);
    Require.finite("differences", values);
  }

  /** These differences. */
  public static PairedDifferences of(double... differences) {
    List<Double> values = new ArrayList<>(differences.length);
    for (double difference : differences) {
      values.add(difference);
    }
    return new PairedDifferences(values);
  }

  /**
   * The differences {@code scores[r] - baseline[r]}; one that is rounding alone becomes 0.
   *
   * @throws IllegalArgumentException if the lists differ in length, are empty, or hold a number
   *     that is not finite
   */
  public static PairedDifferences between(List<Double> scores, List<Double> baseline) {
    if (scores.size() != baseline.size()) {
      throw new IllegalArgumentException(
          scores.size() + " scores: expected as many as the baseline has, " + baseline.size());
    }
    Require.finite("scores", scores);
    Require.finite("baseline", baseline);
    List<Double> values = new ArrayList<>(scores.size());
    for (int r = 0; r < scores.size(); r++) {
      values.add(difference(scores.get(r), baseline.get(r)));
    }
    return new PairedDifferences(values);
  }

  private static double difference(double score, double baseline) {
    double difference = score - baseline;
    double size = Math.max(Math.abs(score), Math.abs(baseline));
    return Math.abs(difference) <= SAME_SCORE * size ? 0 : difference;
  }

  /** The number of replicates n. */
  public int size() {
    return values.size();
  }

  /** The mean difference. */
  public double mean() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / size();
  }

  /**
   * The standard deviation, with divisor n - 1.
   *
   * <p>Exactly 0 if all differences are equal but for rounding; NaN for one replicate, which has no
   * spread to speak of.
   */
  public double deviation() {
    if (size() < 2) {
      return Double.NaN;
    }
    double mean = mean();
    double squares = 0;
    double farthest = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
      farthest = Math.max(farthest, Math.abs(value - mean));
    }
    return farthest <= SAME * Math.abs(mean) ? 0 : Math.sqrt(squares / (size() - 1));
  }

  /**
   * The standardised effect d_z: mean over standard deviation.
   *
   * <p>0 if all differences are 0, infinite if they are all the same other number, NaN for one
   * replicate. See Cohen, Statistical Power Analysis for the Behavioral Sciences, 1988.
   */
  public double effect() {
    double mean = mean();
    return mean == 0 && size() > 1 ? 0 : mean / deviation();
  }

  /**
   * The share of replicates in which the arm is better, ties counting half, with Wilson's interval.
   *
   * <p>The interval takes replicates as independent; for splits of the same rows it is too narrow.
   *
   * @param higherIsBetter whether a positive difference is a gain
   * @param level the level of confidence, in (0, 1)
   */
  public MeanInterval probabilityBetter(boolean higherIsBetter, double level) {
    double wins = 0;
    for (double value : values) {
      double gain = higherIsBetter ? value : -value;
      wins += gain > 0 ? 1 : gain == 0 ? 0.5 : 0;
    }
    return new MeanInterval(wins / size(), Wilson.interval(wins, size(), level));
  }

  /** The differences with the two arms swapped. */
  public PairedDifferences negated() {
    return new PairedDifferences(values.stream().map(value -> 0 - value).toList());
  }

  /** The sizes of the differences in rising order, which neither order nor sign can change. */
  double[] sortedMagnitudes() {
    return values.stream().mapToDouble(Math::abs).sorted().toArray();
  }
}
