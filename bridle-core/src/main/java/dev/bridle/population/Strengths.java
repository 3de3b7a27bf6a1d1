package dev.bridle.population;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * The numbers of one regularizer for all members of a population: named vectors {@code [K]}, as
 * Java numbers and as tensors that are made once and used each step.
 */
public final class Strengths {
  private final Map<String, PerMember> values;
  private final Precision precision;
  private final Arena arena;
  private final Map<String, Tensor> tensors = new HashMap<>();

  /** Strengths whose tensors live in {@code arena}. */
  public Strengths(Map<String, PerMember> values, Precision precision, Arena arena) {
    this.values = Map.copyOf(values);
    this.precision = precision;
    this.arena = arena;
  }

  /** The numbers of that name, one for each member. */
  public PerMember get(String name) {
    PerMember found = values.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "strength \"" + name + "\": expected one of " + values.keySet());
    }
    return found;
  }

  /**
   * The numbers of that name, {@code [K, 1, ..., 1]}, to be used with {@code like}; threads of one
   * team may ask at once.
   */
  public synchronized Tensor of(String name, Tensor like) {
    int axes = (int) like.dim();
    return tensors.computeIfAbsent(name + "/" + axes, key -> make(get(name), axes));
  }

  /** An ordinary tensor even inside a scope, so that gradients may be recorded through it. */
  private Tensor make(PerMember numbers, int axes) {
    try (Tensor made = numbers.tensor(precision, axes)) {
      Tensor kept = arena.zeros(precision, Tensors.shape(made));
      kept.copy_(made);
      return kept;
    }
  }

  /** Whether all members have this number at a value, such as that of absence. */
  public boolean all(String name, double value) {
    return get(name).all(v -> v == value);
  }
}
