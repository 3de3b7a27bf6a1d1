package dev.bridle.train;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * The learning rates of the members, as tensors of as many axes as they are used with; made once,
 * and changed in place where a schedule says so.
 */
final class Rates {
  private final PerMember values;
  private final Precision precision;
  private final Arena arena;
  private final Map<Integer, Tensor> byAxes = new HashMap<>();
  private double factor = 1;

  Rates(PerMember values, Precision precision, Arena arena) {
    this.values = values;
    this.precision = precision;
    this.arena = arena;
  }

  /** {@code [K, 1, ...]}, to be used with {@code other}. */
  Tensor like(Tensor other) {
    return byAxes.computeIfAbsent(
        (int) other.dim(), axes -> arena.keep(values.tensor(precision, axes)));
  }

  /** Makes all of them {@code other} times what was given; false where they are already. */
  boolean rescale(double other) {
    if (other == factor) {
      return false;
    }
    factor = other;
    double[] scaled = new double[values.size()];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = values.get(k) * factor;
    }
    byAxes.values().forEach(rates -> Tensors.write(rates, scaled));
    return true;
  }
}
