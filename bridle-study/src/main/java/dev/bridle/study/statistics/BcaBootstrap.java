package dev.bridle.study.statistics;

import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bias-corrected and accelerated bootstrap of the mean difference.
 *
 * <p>An end of the interval is the quantile \( \Phi(z_0 + \frac{z_0 + z}{1 - a (z_0 + z)}) \) of
 * {@value #RESAMPLES} means of differences drawn with replacement. The bias z_0 is the normal
 * quantile of the share of means below the observed one, equal ones counting half; the acceleration
 * a = \( \sum (d_i - \bar d)^3 / (6 (\sum (d_i - \bar d)^2)^{3/2}) \) is the jackknife's. Quantiles
 * are interpolated between neighbours. See Efron, JASA 82, 1987.
 *
 * <p>For independent replicates. With fewer than about ten it is too narrow, as every bootstrap is.
 * Differences that are all the same give that point, one replicate gives the whole line. The order
 * of the differences has no effect, and swapping the arms mirrors the interval (up to the noise of
 * the draws, if the differences are symmetric about 0).
 */
public final class BcaBootstrap {
  /** How many means are drawn. */
  public static final int RESAMPLES = 20_000;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final int replicates;
  private final double mean;
  private final double[] means;
  private final double bias;
  private final double acceleration;
  private final boolean mirrored;

  private BcaBootstrap(double[] values, double[] means, boolean mirrored) {
    this.replicates = values.length;
    this.mean = Arrays.stream(values).average().orElseThrow();
    this.means = means;
    this.bias = bias(means, mean, PairedDifferences.SAME * (values[values.length - 1] - values[0]));
    this.acceleration = acceleration(values, mean);
    this.mirrored = mirrored;
  }

  /**
   * Draws the means.
   *
   * @param key where the draws come from: the same key and differences give the same interval
   */
  public static BcaBootstrap of(PairedDifferences differences, Key key) {
    // of the two ways round always the same one is drawn for, so that swapping mirrors every draw
    double[] here = sorted(differences);
    double[] there = sorted(differences.negated());
    boolean mirrored = Arrays.compare(here, there) < 0;
    double[] values = mirrored ? there : here;
    boolean varies = differences.deviation() > 0; // false for one replicate, whose deviation is NaN
    return new BcaBootstrap(values, varies ? draw(values, key.stream()) : new double[0], mirrored);
  }

  /** The bootstrap whose means are given, in any order. */
  static BcaBootstrap ofMeans(PairedDifferences differences, double[] means) {
    double[] rising = means.clone();
    Arrays.sort(rising);
    return new BcaBootstrap(sorted(differences), rising, false);
  }

  /**
   * The interval of the expected difference.
   *
   * @param level the level of confidence, in (0, 1)
   */
  public Interval interval(double level) {
    Require.probability("level", level);
    if (means.length == 0) {
      return replicates < 2 ? Interval.everything() : mirror(new Interval(mean, mean));
    }
    double z = NORMAL.inverseSurvivalProbability((1 - level) / 2);
    return mirror(new Interval(quantile(share(-z)), quantile(share(z))));
  }

  private Interval mirror(Interval interval) {
    return mirrored ? interval.negated() : interval;
  }

  /** The share of the means that lies below the end for the normal quantile {@code z}. */
  private double share(double z) {
    double shifted = bias + z;
    double room = 1 - acceleration * shifted;
    if (room <= 0) {
      return shifted > 0 ? 1 : 0;
    }
    return NORMAL.cumulativeProbability(bias + shifted / room);
  }

  private double quantile(double share) {
    double position = share * (means.length - 1);
    int below = (int) Math.min(position, means.length - 2.0);
    return means[below] + (position - below) * (means[below + 1] - means[below]);
  }

  /** The differences in rising order; -0.0, which sorts before 0.0, becomes 0.0. */
  private static double[] sorted(PairedDifferences differences) {
    return differences.values().stream().mapToDouble(value -> value + 0.0).sorted().toArray();
  }

  private static double[] draw(double[] values, RandomStream stream) {
    double[] means = new double[RESAMPLES];
    for (int b = 0; b < RESAMPLES; b++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[stream.nextInt(values.length)];
      }
      means[b] = sum / values.length;
    }
    Arrays.sort(means);
    return means;
  }

  private static double bias(double[] means, double mean, double slack) {
    if (means.length == 0) {
      return 0;
    }
    double below = 0;
    for (double resampled : means) {
      below += resampled < mean - slack ? 1 : resampled <= mean + slack ? 0.5 : 0;
    }
    double least = 0.5;
    double counted = Math.max(least, Math.min(means.length - least, below));
    return NORMAL.inverseCumulativeProbability(counted / means.length);
  }

  /** The jackknife's acceleration, 0 for equal values. */
  private static double acceleration(double[] values, double mean) {
    double squares = 0;
    double cubes = 0;
    for (double value : values) {
      double off = value - mean;
      squares += off * off;
      cubes += off * off * off;
    }
    return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
  }
}
