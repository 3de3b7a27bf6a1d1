package dev.bridle.golden;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Numbers of a reference file with their shape, row-major; {@code []} is the shape of one number.
 */
final class GoldenArray {
  private final long[] shape;
  private final double[] data;

  private GoldenArray(long[] shape, double[] data) {
    long size = LongStream.of(shape).reduce(1, Math::multiplyExact);
    if (size != data.length) {
      throw new IllegalArgumentException(
          data.length + " numbers: expected as many as " + Arrays.toString(shape) + " has");
    }
    this.shape = shape.clone();
    this.data = data.clone();
  }

  /** The given numbers. */
  static GoldenArray of(double[] data, long... shape) {
    return new GoldenArray(shape, data);
  }

  /** One number. */
  static GoldenArray of(double value) {
    return new GoldenArray(new long[0], new double[] {value});
  }

  /** Numbers one behind the other, {@code [n]}. */
  static GoldenArray vector(double... data) {
    return new GoldenArray(new long[] {data.length}, data);
  }

  /** Reads {@code {"shape": [...], "data": [...]}}, a list of numbers, or one number. */
  static GoldenArray parse(Object json) {
    if (json instanceof Map<?, ?> map) {
      double[] shape = numbers(map.get("shape"));
      return of(numbers(map.get("data")), Arrays.stream(shape).mapToLong(s -> (long) s).toArray());
    }
    return json instanceof Number one ? of(one.doubleValue()) : vector(numbers(json));
  }

  private static double[] numbers(Object json) {
    if (json instanceof List<?> list) {
      return list.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
    }
    throw new IllegalArgumentException(json + ": expected a list of numbers");
  }

  long[] shape() {
    return shape.clone();
  }

  double[] data() {
    return data.clone();
  }

  int size() {
    return data.length;
  }

  double get(int i) {
    return data[i];
  }

  /** Each number put through a function. */
  GoldenArray map(DoubleUnaryOperator function) {
    return of(Arrays.stream(data).map(function).toArray(), shape);
  }

  /** The same numbers in another shape. */
  GoldenArray reshaped(long... other) {
    return of(data, other);
  }

  /** Entry {@code i} of the first axis. */
  GoldenArray slice(int i) {
    int size = data.length / (int) shape[0];
    return of(
        Arrays.copyOfRange(data, i * size, (i + 1) * size),
        Arrays.copyOfRange(shape, 1, shape.length));
  }

  /** The axis of that number first, the others behind it in their order. */
  GoldenArray axisFirst(int axis) {
    int after = (int) LongStream.of(shape).skip(axis + 1L).reduce(1, (a, b) -> a * b);
    int units = (int) shape[axis];
    int each = data.length / units;
    double[] moved = new double[data.length];
    for (int i = 0; i < data.length; i++) {
      int unit = i / after % units;
      int rest = i / (after * units) * after + i % after;
      moved[unit * each + rest] = data[i];
    }
    long[] others =
        IntStream.range(0, shape.length).filter(a -> a != axis).mapToLong(a -> shape[a]).toArray();
    return of(moved, LongStream.concat(LongStream.of(units), LongStream.of(others)).toArray());
  }

  /** The Euclidean norms of the entries of the first axis. */
  double[] norms() {
    return IntStream.range(0, (int) shape[0])
        .mapToDouble(u -> Math.sqrt(Arrays.stream(slice(u).data).map(v -> v * v).sum()))
        .toArray();
  }

  /** The places of the numbers that are exactly 0, of either sign. */
  double[] zeros() {
    return IntStream.range(0, data.length).filter(i -> data[i] == 0).asDoubleStream().toArray();
  }

  /** Whether shape and bits are the same. */
  boolean sameBits(GoldenArray other) {
    return Arrays.equals(shape, other.shape) && Arrays.equals(data, other.data);
  }
}
