package dev.bridle.diagnostic;

/**
 * Units of a layer that say the same on every training row, as a ReLU does that is 0 on all of
 * them: whatever follows learns nothing from them, and under a ReLU they learn nothing either.
 *
 * @param layer the layer's name: {@code dense1}
 * @param units how many it has
 * @param dead how many of them are constant on the training rows in the end
 */
public record DeadUnits(String layer, int units, int dead) {
  /** The share of its units that are dead. */
  public double share() {
    return (double) dead / units;
  }
}
