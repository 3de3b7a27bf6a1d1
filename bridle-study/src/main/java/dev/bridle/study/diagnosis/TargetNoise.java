package dev.bridle.study.diagnosis;

import java.util.Arrays;

/**
 * How much of a numeric target can at most be noise, as shares of its variance, by two looks that
 * err on the high side.
 *
 * <p>Neighbours: \( \frac{1}{2N} \sum_i (y_i - y_{nn(i)})^2 \), which tends to the variance of the
 * noise as rows fill the space of inputs (the delta test: Pi and Peterson, Finding the embedding
 * dimension and variable dependencies in time series, Neural Computation 6, 1994). Linear: the mean
 * squared error of ridge regression, each row left out in turn, the strength of five with the least
 * error. Neither sees structure that is neither near nor straight: the rest is not proved to be
 * noise.
 *
 * @param neighbours the first, at most 1
 * @param linear the second, at most 1
 * @param rows that were looked at
 */
public record TargetNoise(double neighbours, double linear, int rows) {

  /** The smaller of both. */
  public double atMost() {
    return Math.min(neighbours, linear);
  }

  /** Of rows of inputs {@code [D][N]} and their targets {@code [N]}, not all equal. */
  static TargetNoise of(float[][] inputs, double... targets) {
    double unit = Arrays.stream(targets).map(Math::abs).max().orElse(1);
    double[] y = Arrays.stream(targets).map(target -> target / unit).toArray();
    double mean = Arrays.stream(y).average().orElseThrow();
    double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    Neighbours nearest = new Neighbours(inputs, 1);
    double squares = 0;
    for (int row = 0; row < y.length; row++) {
      double step = y[row] - y[nearest.of(row)[0]];
      squares += step * step / 2;
    }
    double linear = Ridge.leastError(inputs, y);
    return new TargetNoise(
        Math.min(1, squares / y.length / variance), Math.min(1, linear / variance), y.length);
  }
}
