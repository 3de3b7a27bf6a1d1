package dev.bridle.testing;

import dev.bridle.tensor.Tensors;
import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;

/** Equality to the last bit: -0 is not 0, NaN is NaN. */
public final class Bits {
  private Bits() {}

  /** Fails if any number differs, with how many do and the first of them. */
  public static void assertSame(Tensor actual, Tensor expected, String what) {
    assertSame(Tensors.toDoubles(actual), Tensors.toDoubles(expected), what);
  }

  /** Fails if any number differs, with how many do and the first of them. */
  public static void assertSame(double[] actual, double[] expected, String what) {
    if (Arrays.equals(actual, expected)) {
      return;
    }
    if (actual.length != expected.length) {
      throw new AssertionError(
          what + ": " + actual.length + " numbers, expected " + expected.length);
    }
    int first = -1;
    int count = 0;
    for (int i = 0; i < actual.length; i++) {
      if (Double.compare(actual[i], expected[i]) != 0) {
        first = first < 0 ? i : first;
        count++;
      }
    }
    throw new AssertionError(
        String.format(
            Locale.ROOT,
            "%s: %d of %d numbers differ, first number %d: %s, expected %s",
            what,
            count,
            actual.length,
            first,
            actual[first],
            expected[first]));
  }

  /** Member {@code k} of a tensor {@code [K, ...]} by itself, {@code [1, ...]}, in own memory. */
  public static Tensor member(Tensor all, int k) {
    return all.narrow(0, k, 1).clone();
  }
}
