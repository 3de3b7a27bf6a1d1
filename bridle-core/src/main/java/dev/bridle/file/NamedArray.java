package dev.bridle.file;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;

/**
 * An array of numbers with a name and a shape, row-major: what one entry of a safetensors file
 * holds.
 *
 * <p>The numbers are not copied, for they can be many: whoever makes one hands its array over and
 * changes it no more, and whoever takes the array out only reads it. Two are equal if name, kind,
 * shape and every number are, where NaN equals NaN and 0.0 differs from -0.0. An empty shape means
 * one number; a size of 0 in the shape means none.
 */
public final class NamedArray {
  /** Some Java virtual machines refuse arrays that come closer to 2^31 - 1. */
  static final int MAX_NUMBERS = Integer.MAX_VALUE - 8;

  private final String name;
  private final Dtype dtype;
  private final long[] shape;
  private final Object data;

  private NamedArray(String name, Dtype dtype, long[] shape, Object data) {
    this.name = name;
    this.dtype = dtype;
    this.shape = shape.clone();
    this.data = data;
    Text.requireEncodable("array", name);
    if (name.equals(Header.METADATA)) {
      throw new IllegalArgumentException(
          "array " + Text.quoted(name) + ": expected another name, the format reserves this one");
    }
    long expected = count(name, this.shape);
    if (expected != size()) {
      throw new IllegalArgumentException(
          called(name, shape) + ": expected " + expected + " numbers, found " + size());
    }
  }

  /**
   * An array of kind {@link Dtype#F32}.
   *
   * @param shape sizes of at least 0 whose product is the number of numbers
   */
  public static NamedArray of(String name, long[] shape, float[] data) {
    return new NamedArray(name, Dtype.F32, shape, data);
  }

  /** An array of kind {@link Dtype#F64}; see {@link #of(String, long[], float[])}. */
  public static NamedArray of(String name, long[] shape, double[] data) {
    return new NamedArray(name, Dtype.F64, shape, data);
  }

  /** An array of kind {@link Dtype#I32}; see {@link #of(String, long[], float[])}. */
  public static NamedArray of(String name, long[] shape, int[] data) {
    return new NamedArray(name, Dtype.I32, shape, data);
  }

  /** An array of kind {@link Dtype#I64}; see {@link #of(String, long[], float[])}. */
  public static NamedArray of(String name, long[] shape, long[] data) {
    return new NamedArray(name, Dtype.I64, shape, data);
  }

  /** An array of the kind that is given, for data made by {@link Dtype#allocate}. */
  static NamedArray of(String name, Dtype dtype, long[] shape, Object data) {
    return new NamedArray(name, dtype, shape, data);
  }

  /** How many numbers a shape asks for; refuses negative sizes and products beyond 64 bits. */
  static long count(String name, long[] shape) {
    boolean empty = false;
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException(called(name, shape) + ": expected sizes of at least 0");
      }
      empty |= size == 0;
    }
    try {
      return empty ? 0 : Arrays.stream(shape).reduce(1, Math::multiplyExact);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          called(name, shape) + ": expected fewer than 2^63 numbers", e);
    }
  }

  /** The name, unique within its file. */
  public String name() {
    return name;
  }

  /** The kind of its numbers, which says which of the accessors works. */
  public Dtype dtype() {
    return dtype;
  }

  /** The sizes along its axes. */
  public long[] shape() {
    return shape.clone();
  }

  /** How many numbers it holds. */
  public int size() {
    return Array.getLength(data);
  }

  /** The numbers of an {@link Dtype#F32} array, row-major; not a copy. */
  public float[] floats() {
    return (float[]) data(Dtype.F32);
  }

  /** The numbers of an {@link Dtype#F64} array, row-major; not a copy. */
  public double[] doubles() {
    return (double[]) data(Dtype.F64);
  }

  /** The numbers of an {@link Dtype#I32} array, row-major; not a copy. */
  public int[] ints() {
    return (int[]) data(Dtype.I32);
  }

  /** The numbers of an {@link Dtype#I64} array, row-major; not a copy. */
  public long[] longs() {
    return (long[]) data(Dtype.I64);
  }

  /** The Java array, whatever its kind. */
  Object data() {
    return data;
  }

  private Object data(Dtype expected) {
    if (dtype != expected) {
      throw new IllegalArgumentException(
          "array " + Text.quoted(name) + " holds " + dtype + ": expected " + expected);
    }
    return data;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamedArray that
        && name.equals(that.name)
        && dtype == that.dtype
        && Arrays.equals(shape, that.shape)
        && Objects.deepEquals(data, that.data);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(new Object[] {name, dtype.name(), shape, data});
  }

  @Override
  public String toString() {
    return dtype + " " + called(name, shape);
  }

  private static String called(String name, long[] shape) {
    return "array " + Text.quoted(name) + " of shape " + Text.cut(Arrays.toString(shape));
  }
}
