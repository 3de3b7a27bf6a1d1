package dev.bridle.perturbation;

import dev.bridle.declaration.Regularizer;
import dev.bridle.layer.Site;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** A change of weights for the length of one training pass. Members never mix. */
public interface Perturbation extends Regularizer {
  /**
   * The change at work on one weight.
   *
   * @param weight {@code [K, ...]}, a view of the state that layers read
   * @param strengths the declared numbers, {@code [K]} each
   * @param site where streams and memory come from
   */
  Bound bind(Weight weight, Strengths strengths, Site site);

  /** A change bound to a weight. Who calls it puts the weight back after the pass. */
  interface Bound {
    /**
     * Changes the weight, in place.
     *
     * @param step the number of the update that the pass belongs to, counted from 0
     */
    void apply(long step);

    /**
     * What the gradient by the changed weight is multiplied by to give that by the weight itself,
     * of the weight's shape; empty where both are the same.
     */
    default Optional<Tensor> slopes() {
      return Optional.empty();
    }
  }
}
