package dev.bridle.study.statistics;

import java.util.List;

/**
 * A mean over replicates and the interval that covers its expectation.
 *
 * @param mean the mean
 * @param interval the interval, the whole line for one replicate
 */
public record MeanInterval(double mean, Interval interval) {
  /** The level used for scores. */
  public static final double LEVEL = 0.95;

  /**
   * The mean of independent scores with Student's 95 % interval.
   *
   * @param scores one finite score per replicate
   */
  public static MeanInterval of(List<Double> scores) {
    return of(scores, LEVEL, 0);
  }

  /**
   * The mean of scores whose replicates may share rows, with its interval.
   *
   * @param scores one finite score per replicate
   * @param level the level of confidence, in (0, 1)
   * @param scorePerTrain scored rows over training rows where replicates are splits of the same
   *     rows, 0 where they are independent; see {@link CorrectedT}
   */
  public static MeanInterval of(List<Double> scores, double level, double scorePerTrain) {
    CorrectedT t = CorrectedT.of(new PairedDifferences(scores), scorePerTrain);
    return new MeanInterval(t.mean(), t.interval(level));
  }

  /** The lower end of the interval. */
  public double low() {
    return interval.low();
  }

  /** The upper end of the interval. */
  public double high() {
    return interval.high();
  }
}
