package dev.bridle.study.path;

/**
 * The kernel of a layer, as a mean over the replicates of a strength.
 *
 * @param layer its name: {@code dense1}
 * @param weights how many weights it has
 * @param zeros how many of them are exactly 0
 * @param norm its Euclidean norm
 */
public record LayerState(String layer, double weights, double zeros, double norm) {

  /** The share of zeros, from 0 to 1. */
  public double share() {
    return zeros / weights;
  }
}
