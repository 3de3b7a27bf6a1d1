package dev.bridle.testing;

import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/** Numbers drawn from a seed; tensors of them die with the innermost open scope. */
public final class Draw {
  private final SplittableRandom random;

  private Draw(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A source of its own for each seed. */
  public static Draw of(long seed) {
    return new Draw(seed);
  }

  /** Standard normal numbers. */
  public double[] normals(int n) {
    return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  /** Numbers uniform in [low, high). */
  public double[] uniform(int n, double low, double high) {
    return random.doubles(n, low, high).toArray();
  }

  /** Standard normal numbers as a tensor. */
  public Tensor tensor(Precision precision, long... shape) {
    return Tensors.of(precision, normals(size(shape)), shape);
  }

  /** Normal numbers of which none is closer to 0 than 0.1, where functions may have a kink. */
  public Tensor awayFromZero(Precision precision, long... shape) {
    double[] values = normals(size(shape));
    for (int i = 0; i < values.length; i++) {
      values[i] += Math.copySign(0.1, values[i]);
    }
    return Tensors.of(precision, values, shape);
  }

  private static int size(long... shape) {
    long size = 1;
    for (long axis : shape) {
      size *= axis;
    }
    return Math.toIntExact(size);
  }
}
