package dev.bridle.study.path;

import java.util.List;

/**
 * The kernel of a layer, as a mean over the replicates of a strength.
 *
 * @param layer its name: {@code dense1}
 * @param weights how many weights it has
 * @param zeros how many of them are exactly 0
 * @param norm its Euclidean norm
 */
public record LayerState(String layer, double weights, double zeros, double norm) {

  /** All weights of some layers, as if they were one. */
  public static LayerState together(List<LayerState> layers) {
    return new LayerState(
        "all",
        layers.stream().mapToDouble(LayerState::weights).sum(),
        layers.stream().mapToDouble(LayerState::zeros).sum(),
        Math.sqrt(layers.stream().mapToDouble(l -> l.norm * l.norm).sum()));
  }

  /** The share of zeros, from 0 to 1. */
  public double share() {
    return zeros / weights;
  }
}
