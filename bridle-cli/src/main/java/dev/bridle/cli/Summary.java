package dev.bridle.cli;

import java.util.stream.DoubleStream;

/**
 * Several numbers of one kind, in short.
 *
 * @param count how many there are
 * @param mean their mean; NaN for none
 * @param deviation their standard deviation \( \sqrt{\sum (x - \bar x)^2 / (n - 1)} \); NaN for
 *     fewer than two
 */
record Summary(int count, double mean, double deviation) {
  /** What the numbers have in common, and how far they differ. */
  static Summary of(DoubleStream numbers) {
    double[] x = numbers.toArray();
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    double mean = sum / x.length; // 0 / 0 is NaN
    double squares = 0;
    for (double v : x) {
      squares += (v - mean) * (v - mean);
    }
    double deviation = x.length < 2 ? Double.NaN : Math.sqrt(squares / (x.length - 1));
    return new Summary(x.length, mean, deviation);
  }
}
