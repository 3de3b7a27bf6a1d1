package dev.bridle.penalty;

import dev.bridle.declaration.Regularizer;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Gradients;
import org.bytedeco.pytorch.Tensor;

/**
 * A term of the loss that depends on one weight: \( R(w_k) \) for each member k.
 *
 * <p>Open to your own: a value made of libtorch's operators is enough, the gradient then comes from
 * its automatic differentiation. Members must not mix: sum over all axes but the first. At strength
 * 0 a penalty changes no bit of a training.
 */
public interface Penalty extends Regularizer {
  /**
   * The penalty of each member, {@code [K]}.
   *
   * @param weight {@code [K, ...]}
   * @param strengths the declared numbers, {@code [K]} each
   */
  Tensor value(Weight weight, Strengths strengths);

  /**
   * Adds the gradient by the weight to {@code gradient}, which has the weight's shape.
   *
   * <p>Unless overridden, by automatic differentiation of {@link #value}.
   */
  default void addGradient(Weight weight, Tensor gradient, Strengths strengths) {
    gradient.add_(Gradients.of(w -> value(weight.withValue(w), strengths), weight.value()));
  }

  /** Whether it is a sum over single numbers, so that adjacent weights may be taken in one pass. */
  default boolean elementwise() {
    return false;
  }

  /** Whether it is a sum over units, so that a weight may be taken in parts. */
  default boolean byUnits() {
    return elementwise();
  }

  /** Whether part of it, or all, acts by {@link #shrink} instead of by its gradient. */
  default boolean shrinks() {
    return false;
  }

  /**
   * The proximal step, right after the update: moves the weight to where the update would have
   * taken it with this penalty in the loss, with exact zeros.
   *
   * @param pull by how much the update rule moves a weight whose gradient is constantly 1, {@code
   *     [K, 1, ...]} or, for adaptive rules, one for each number of the weight; the threshold is
   *     the strength times this
   */
  default void shrink(Weight weight, Tensor pull, Strengths strengths) {}

  /** What is done to a weight once, after the last update; nothing, unless overridden. */
  default void finish(Weight weight, Strengths strengths) {}

  /**
   * Refuses a network that this penalty is not defined for, with the reason.
   *
   * @param linear whether the network is a single layer without an activation
   * @param squaredError whether the loss is the mean squared error
   * @param outputs how many outputs there are
   */
  default void requireNetwork(boolean linear, boolean squaredError, int outputs) {}

  /** Refuses a weight that this penalty is not defined for, with the reason. */
  default void requireWeight(WeightSpec weight) {}
}
