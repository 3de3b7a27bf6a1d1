package dev.bridle.constraint;

import dev.bridle.tensor.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/**
 * By how much the absolute values of vectors must shrink to add up to a limit, found among whole
 * numbers: the virtual machine turns sums of those into vector instructions, those of
 * floating-point numbers, whose order it must keep, it does not. Five times as fast as the same in
 * doubles.
 */
final class Thresholds {
  /** What the absolute values of a vector add up to: no sum of some leaves the range of an int. */
  static final int QUANTA = 1 << 30;

  private final double[] thetas;
  private final double[] counts;

  private Thresholds(int vectors) {
    thetas = new double[vectors];
    counts = new double[vectors];
  }

  /**
   * The threshold of each vector as a share of its norm, at most two quanta below the exact one.
   */
  double[] below() {
    return thetas;
  }

  /** The same, at most two quanta above the exact one where there is one: nothing stays outside. */
  double[] above() {
    return Arrays.stream(thetas).map(theta -> theta + 2.0 / QUANTA).toArray();
  }

  /** How many numbers of each vector are above its threshold, at least 1. */
  double[] counts() {
    return counts;
  }

  /**
   * The thresholds of vectors.
   *
   * @param sizes absolute values in quanta, {@code [K, vectors, n]}
   * @param limits of each vector as shares of its norm, {@code [K vectors]}; where one is not above
   *     0, as of vectors that are not numbers, there is no threshold to find, and it is 0
   */
  static Thresholds find(Tensor sizes, double... limits) {
    Thresholds found = new Thresholds(limits.length);
    int vectors = (int) sizes.size(1);
    int length = (int) sizes.size(2);
    int[] member = new int[vectors * length]; // one after the other, so that the cache keeps them
    Tensor whole = Tensors.rounded(sizes);
    for (int v = 0; v < limits.length; v++) {
      if (v % vectors == 0) {
        Tensors.read(whole, (long) v * length, member);
      }
      found.find(v, member, v % vectors * length, length, limits[v] * QUANTA);
    }
    return found;
  }

  /**
   * Newton's method on the convex \( \sum_i \max(a_i - \theta, 0) - c \), from the mean excess of
   * all: \( \theta \) only rises, and stands still after three or four passes (Michelot, J.
   * Optimization Theory and Applications 50, 1986, leaves out what is below from pass to pass,
   * which here costs more than it saves).
   */
  private void find(int vector, int[] sizes, int from, int length, double limit) {
    counts[vector] = 1;
    if (!(limit > 0)) {
      return;
    }
    int theta = (int) (Math.max(0, QUANTA - limit) / length);
    while (true) {
      int above = Math.max(1, countAbove(sizes, from, from + length, theta));
      int step = (int) ((excess(sizes, from, from + length, theta) - limit) / above);
      if (step <= 0) {
        thetas[vector] = theta / (double) QUANTA;
        counts[vector] = above;
        return;
      }
      theta += step;
    }
  }

  // one sum a loop: two in one are not turned into vector instructions

  private static int excess(int[] sizes, int from, int to, int theta) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      int above = sizes[i] - theta;
      sum += above & ~(above >> 31);
    }
    return sum;
  }

  private static int countAbove(int[] sizes, int from, int to, int theta) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += (theta - sizes[i]) >>> 31;
    }
    return count;
  }
}
