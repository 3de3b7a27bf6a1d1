package dev.bridle.study.table;

import java.util.Arrays;

/**
 * What is known of the present values of some rows.
 *
 * @param count how many rows have a value
 * @param median the middle value, or the mean of the two middle ones; 0 if there is none
 * @param mean 0 if there is no value
 * @param deviation \( \sqrt{\frac{1}{N} \sum_i (x_i - \bar x)^2} \); exactly 0 if all values are
 *     equal or there is none
 */
public record Moments(int count, double median, double mean, double deviation) {

  /**
   * Moments of the values at the given rows, NaN left out.
   *
   * <p>Sums run over the sorted values, so the order of rows does not matter to the bit, and over
   * values divided by a power of two, so that squares of 1e300 do not overflow.
   */
  public static Moments of(double[] values, int[] rows) {
    double[] present =
        Arrays.stream(rows).mapToDouble(row -> values[row]).filter(v -> !Double.isNaN(v)).toArray();
    int n = present.length;
    if (n == 0) {
      return new Moments(0, 0, 0, 0);
    }
    Arrays.sort(present);
    double median = present[(n - 1) / 2] / 2 + present[n / 2] / 2;
    if (present[0] == present[n - 1]) {
      return new Moments(n, present[0], present[0], 0);
    }
    int exponent = Math.getExponent(Math.max(Math.abs(present[0]), Math.abs(present[n - 1])));
    double sum = 0;
    for (double value : present) {
      sum += Math.scalb(value, -exponent);
    }
    double mean = sum / n;
    double squares = 0;
    for (double value : present) {
      double difference = Math.scalb(value, -exponent) - mean;
      squares += difference * difference;
    }
    double deviation = Math.sqrt(squares / n);
    return new Moments(n, median, Math.scalb(mean, exponent), Math.scalb(deviation, exponent));
  }
}
