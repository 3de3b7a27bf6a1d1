package dev.bridle.layer;

import dev.bridle.population.StatisticSpec;
import dev.bridle.population.WeightSpec;
import java.util.List;
import java.util.Optional;

/** A layer as a value: its name, its sizes and what it declares, before it has weights. */
public interface Node {
  /** The name under which it is reported: {@code dense1}, {@code dense1/dropout}. */
  String name();

  /** How the numbers of a row are arranged behind this layer. */
  Shape shape();

  /** How many numbers a row has behind this layer. */
  default int outputs() {
    return shape().size();
  }

  /** How many numbers it keeps for each row in training, of about the size of its outputs. */
  default int workspace() {
    return outputs();
  }

  /** How many multiplications by weights a row takes on its way forward. */
  default long multiplications() {
    return weights().stream().filter(w -> w.inputAxis() >= 0).mapToLong(WeightSpec::size).sum();
  }

  /** The weights it wants in the population, in the order in which they lie. */
  default List<WeightSpec> weights() {
    return List.of();
  }

  /** The statistics it wants in the population. */
  default List<StatisticSpec> statistics() {
    return List.of();
  }

  /** Whether it is there in training only, so that a trained network does without. */
  default boolean trainingOnly() {
    return false;
  }

  /** The name of the term of the loss that it is, if it is one: a {@link PenaltyLayer}. */
  default Optional<String> penalty() {
    return Optional.empty();
  }

  /**
   * Whether the layer behind may multiply this layer's training output in place by factors that are
   * not negative: true where the backward pass looks at no more than its signs.
   */
  default boolean outputMayBeScaled() {
    return false;
  }

  /**
   * Whether what a trained network says at one unit depends on other units that come in here, as in
   * a normalisation of rows; layers with weights between units aside.
   */
  default boolean mixesUnits() {
    return false;
  }

  /** The layer at work on the members of a population. */
  Layer build(Site site);
}
