package dev.bridle.tensor;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * One number for each member of a population, {@code [K]}: strengths, rates, limits. A value,
 * compared by content.
 */
public final class PerMember {
  private final double[] values;

  private PerMember(double[] values) {
    this.values = values;
  }

  /** The given numbers, one for each member. */
  public static PerMember of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("values = []: expected one for each member");
    }
    return new PerMember(values.clone());
  }

  /** The same number for each of {@code members} members. */
  public static PerMember same(double value, int members) {
    double[] values = new double[members];
    Arrays.fill(values, value);
    return of(values);
  }

  /** The number of member {@code k}. */
  public double get(int k) {
    return values[k];
  }

  /** How many members there are, K. */
  public int size() {
    return values.length;
  }

  /** The numbers of some members, in the order given. */
  public PerMember select(int... members) {
    return of(IntStream.of(members).mapToDouble(k -> values[k]).toArray());
  }

  /** Whether the numbers of all members satisfy a condition. */
  public boolean all(DoublePredicate condition) {
    return Arrays.stream(values).allMatch(condition);
  }

  /** As a tensor {@code [K, 1, ..., 1]} of {@code axes} axes, to be used with {@code [K, ...]}. */
  public Tensor tensor(Precision precision, int axes) {
    long[] shape = new long[axes];
    Arrays.fill(shape, 1);
    shape[0] = values.length;
    return Tensors.of(precision, values, shape);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PerMember that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
