package dev.bridle.constraint;

import dev.bridle.declaration.Regularizer;
import dev.bridle.population.Progress;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** A set of weights, and the way back into it. Members never mix. */
public interface Constraint extends Regularizer {
  /**
   * Puts the weight into the set, in place.
   *
   * @param weight {@code [K, ...]}
   * @param strengths the declared numbers, {@code [K]} each
   */
  void project(Weight weight, Strengths strengths);

  /**
   * The same after an update, for sets that change with time; the set as it is, unless overridden.
   */
  default void project(Weight weight, Strengths strengths, Progress progress) {
    project(weight, strengths);
  }

  /**
   * By how much each member is outside the set, {@code [K]}, as a share of the limit; 0 inside.
   * After a projection no more than a rounding.
   */
  Tensor violation(Weight weight, Strengths strengths);

  /** Whether each number is treated by itself, so that it does not matter what a unit is. */
  default boolean elementwise() {
    return false;
  }

  /** The violation that a projection may leave to a member: more than that is an error. */
  default double allowance(Strengths strengths, int member) {
    return 1e-5;
  }

  /**
   * Whether {@link #violation} costs more than a few passes over the weight, so that it is looked
   * at after few epochs only.
   */
  default boolean isDearToCheck() {
    return false;
  }

  /**
   * How close each unit is to the boundary of the set, {@code [K, n]} or with more axes: norm over
   * limit, 1 at the bound; empty where all of them are meant to lie on it.
   */
  default Optional<Tensor> closeness(Weight weight, Strengths strengths) {
    return Optional.empty();
  }

  /** Whether each unit is treated by itself, so that a weight may be taken in parts. */
  default boolean byUnits() {
    return elementwise();
  }

  /** Numbers of the start that it must remember, if any. */
  default Optional<StatisticSpec> remembers(WeightSpec weight) {
    return Optional.empty();
  }

  /** Fills what it must remember from the initial weights. */
  default void remember(Weight weight) {}

  /**
   * Takes the part out of a velocity that would push vectors on the boundary further out; nothing,
   * unless asked for.
   *
   * @param velocities of the same shape as the weight, subtracted from it by the update rule
   */
  default void restrain(Weight weight, List<Tensor> velocities, Strengths strengths) {}
}
