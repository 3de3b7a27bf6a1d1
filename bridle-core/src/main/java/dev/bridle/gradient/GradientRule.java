package dev.bridle.gradient;

import dev.bridle.declaration.Regularizer;
import dev.bridle.layer.Site;
import dev.bridle.population.Progress;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import java.util.List;

/**
 * What is done to the gradient of data loss and penalties, before decay and update see it. Several
 * of one recipe act in the order written.
 */
public interface GradientRule extends Regularizer {
  /**
   * The rule at work.
   *
   * @param weights those it acts on; {@link Weight#partOf} finds their part of the rows
   * @param strengths the declared numbers, {@code [K]} each
   * @param site whose gradient rows {@code [K, P]} it changes
   */
  Bound bind(List<Weight> weights, Strengths strengths, Site site);

  /**
   * Whether it must see the gradient by itself. If not, it only adds to it, and may add to rows
   * that hold the velocity as well.
   */
  default boolean looksAtGradient() {
    return true;
  }

  /** A rule bound to a population. */
  @FunctionalInterface
  interface Bound {
    /** Changes the gradient of one update, in place. */
    void apply(Progress progress);
  }
}
