package dev.bridle.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.function.ToDoubleFunction;
import org.bytedeco.pytorch.Tensor;

/** Gradients by central differences, in double precision. */
public final class Numerical {
  private static final double STEP = 1e-5;

  private Numerical() {}

  /** The gradient of a function of one tensor, row-major: (f(x + h) - f(x - h)) / 2h. */
  public static double[] gradient(ToDoubleFunction<Tensor> function, Tensor at) {
    double[] x = Tensors.toDoubles(at);
    long[] shape = Tensors.shape(at);
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double old = x[i];
      x[i] = old + STEP;
      double above = valueAt(function, x, shape);
      x[i] = old - STEP;
      double below = valueAt(function, x, shape);
      x[i] = old;
      gradient[i] = (above - below) / (2 * STEP);
    }
    return gradient;
  }

  /** Fails if a number is farther from the expected one than the error of central differences. */
  public static void assertClose(Tensor actual, double[] expected, String what) {
    assertThat(Tensors.toDoubles(actual)).as(what).containsExactly(expected, within(1e-7));
  }

  private static double valueAt(ToDoubleFunction<Tensor> function, double[] x, long[] shape) {
    try (Scope scope = Scope.open()) {
      return function.applyAsDouble(Tensors.of(Precision.FLOAT64, x, shape));
    }
  }
}
