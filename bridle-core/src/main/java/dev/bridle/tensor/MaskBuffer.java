package dev.bridle.tensor;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.pytorch.Tensor;

/**
 * Random factors {@code [K, n]} for the activations of a population, made afresh each step: 0 with
 * probability rate, else 1/(1-rate); or normal numbers.
 *
 * <p>The random bits of a replicate are drawn once and compared with each of its members'
 * thresholds, so that members of one replicate drop the same units as far as their rates allow
 * (common random numbers). The comparison is integer arithmetic without a branch, which the
 * compiler vectorises, and each member's row goes to native memory in one bulk copy.
 */
public final class MaskBuffer {
  private final Tensor tensor;
  private final int n;
  private final int[] bits;
  private final int[] single;
  private final double[] wide;
  private final float[] normals;
  private final IntBuffer ints;
  private final FloatBuffer floats;
  private final DoubleBuffer doubles;

  /** A buffer for {@code members} rows of {@code n} numbers, living in {@code arena}. */
  public MaskBuffer(Arena arena, Precision precision, int members, int n) {
    this.tensor = arena.zeros(precision, members, n);
    this.n = n;
    this.bits = new int[n];
    boolean inDouble = precision == Precision.FLOAT64;
    this.single = new int[inDouble ? 0 : n];
    this.wide = new double[inDouble ? n : 0];
    this.normals = new float[n];
    this.doubles = inDouble ? Tensors.doubles(tensor) : DoubleBuffer.allocate(0);
    this.floats = inDouble ? FloatBuffer.allocate(0) : Tensors.floats(tensor);
    this.ints = inDouble ? IntBuffer.allocate(0) : intView(tensor);
  }

  /** The factors of all members, {@code [K, n]}; the same memory each step. */
  public Tensor tensor() {
    return tensor;
  }

  /** Draws the bits that the next calls of {@link #mask} compare with their members' rates. */
  public void draw(RandomStream stream) {
    stream.bits(bits, n);
  }

  /**
   * Writes member {@code k}'s row: 0 with probability {@code rate}, else {@code 1 / (1 - rate)}.
   */
  public void mask(int k, double rate) {
    int threshold = threshold(rate);
    double scale = 1 / (1 - rate);
    if (wide.length > 0) {
      for (int i = 0; i < n; i++) {
        wide[i] = (bits[i] >>> 1) >= threshold ? scale : 0;
      }
      doubles.put(k * n, wide, 0, n);
      return;
    }
    threshold(bits, single, n, threshold, Float.floatToRawIntBits((float) scale));
    ints.put(k * n, single, 0, n);
  }

  /**
   * Writes member {@code k}'s row: {@code dropped} with probability {@code rate}, else {@code
   * kept}; where {@link #mask} writes 0 for the same bits and rate, this writes {@code dropped}.
   */
  public void choose(int k, double rate, double dropped, double kept) {
    int threshold = threshold(rate);
    if (wide.length > 0) {
      for (int i = 0; i < n; i++) {
        wide[i] = (bits[i] >>> 1) >= threshold ? kept : dropped;
      }
      doubles.put(k * n, wide, 0, n);
      return;
    }
    int ifKept = Float.floatToRawIntBits((float) kept);
    int ifDropped = Float.floatToRawIntBits((float) dropped);
    choose(bits, single, n, threshold, ifDropped, ifKept);
    ints.put(k * n, single, 0, n);
  }

  /**
   * Draws standard normal numbers, the same for each of the members given; within 1e-5 of the exact
   * quantiles of their bits.
   */
  public void normals(RandomStream stream, List<Integer> members) {
    draw(stream);
    NormalTable.fill(bits, normals, n);
    for (int k : members) {
      if (wide.length > 0) {
        for (int i = 0; i < n; i++) {
          wide[i] = normals[i];
        }
        doubles.put(k * n, wide, 0, n);
      } else {
        floats.put(k * n, normals, 0, n);
      }
    }
  }

  /** What the upper 31 bits of a number must reach for it to be kept. */
  private static int threshold(double rate) {
    return (int) Math.min(Math.round(rate * 0x1p31), Integer.MAX_VALUE);
  }

  /** {@code out[i]} = {@code kept} where the upper 31 bits reach the threshold, else 0. */
  private static void threshold(int[] bits, int[] out, int n, int threshold, int kept) {
    for (int i = 0; i < n; i++) {
      out[i] = kept & ((threshold - 1 - (bits[i] >>> 1)) >> 31);
    }
  }

  /** {@code out[i]} = {@code kept} where the upper 31 bits reach the threshold, else dropped. */
  private static void choose(int[] bits, int[] out, int n, int threshold, int dropped, int kept) {
    int differing = dropped ^ kept;
    for (int i = 0; i < n; i++) {
      out[i] = dropped ^ (differing & ((threshold - 1 - (bits[i] >>> 1)) >> 31));
    }
  }

  private static IntBuffer intView(Tensor tensor) {
    IntPointer pointer = new IntPointer(new FloatPointer(tensor.data_ptr()));
    return pointer.capacity(tensor.numel()).asBuffer();
  }
}
