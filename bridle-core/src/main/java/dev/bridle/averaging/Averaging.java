package dev.bridle.averaging;

import dev.bridle.declaration.Regularizer;
import dev.bridle.population.Progress;
import dev.bridle.population.Strengths;

/**
 * A running average of the weights, {@code average <- (1 - share) average + share weights}, said by
 * its shares alone: a function of how far the training is, without memory.
 */
public interface Averaging extends Regularizer {
  /**
   * The share that the weights of this update have in the new average.
   *
   * @param strengths the declared numbers, {@code [K]} each
   * @param k the member
   * @return in [0, 1]: 0 leaves the average as it is, 1 replaces it
   */
  double share(Progress progress, Strengths strengths, int k);

  /**
   * Whether normalisation statistics are taken anew with the averaged weights, by a pass over the
   * training rows, instead of being averaged.
   */
  default boolean refreshesStatistics() {
    return false;
  }
}
