package dev.bridle.train;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** The learning rates of the members, as tensors of as many axes as they are used with. */
final class Rates {
  private final PerMember values;
  private final Precision precision;
  private final Arena arena;
  private final Map<Integer, Tensor> byAxes = new HashMap<>();

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
}
