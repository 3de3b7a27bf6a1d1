package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers of one kind, to be described. */
final class Sample {
  private final double[] numbers;

  private Sample(double[] numbers) {
    this.numbers = numbers;
  }

  static Sample of(double... numbers) {
    return new Sample(numbers);
  }

  static Sample of(float... numbers) {
    return new Sample(IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray());
  }

  /** Input number {@code column}, from 0, of every row. */
  static Sample input(Dataset data, int column) {
    int width = data.features();
    return new Sample(
        IntStream.range(0, data.size())
            .mapToDouble(row -> data.inputs()[row * width + column])
            .toArray());
  }

  /** Input number {@code column}, from 0, of the rows of one class. */
  static Sample input(Dataset data, int column, int label) {
    int width = data.features();
    return new Sample(
        IntStream.range(0, data.size())
            .filter(row -> data.labels()[row] == label)
            .mapToDouble(row -> data.inputs()[row * width + column])
            .toArray());
  }

  /** The inputs of one row, as the mean functions take them. */
  static double[] row(Dataset data, int row) {
    int width = data.features();
    return IntStream.range(0, width).mapToDouble(i -> data.inputs()[row * width + i]).toArray();
  }

  double mean() {
    return Arrays.stream(numbers).average().orElseThrow();
  }

  double min() {
    return Arrays.stream(numbers).min().orElseThrow();
  }

  double max() {
    return Arrays.stream(numbers).max().orElseThrow();
  }

  double variance() {
    double mean = mean();
    return Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
  }

  double correlation(Sample other) {
    double mean = mean();
    double otherMean = other.mean();
    double covariance =
        IntStream.range(0, numbers.length)
            .mapToDouble(i -> (numbers[i] - mean) * (other.numbers[i] - otherMean))
            .average()
            .orElseThrow();
    return covariance / Math.sqrt(variance() * other.variance());
  }
}
