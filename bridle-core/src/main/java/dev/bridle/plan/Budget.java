package dev.bridle.plan;

/**
 * How much one training does.
 *
 * @param batch rows in one batch, at least 1
 * @param stepsPerEpoch batches in one epoch, at least 1; a last batch that would be short is
 *     dropped
 * @param updates updates of the weights in all, at least 1
 */
public record Budget(int batch, int stepsPerEpoch, int updates) {
  /** Checks that there is at least one of each. */
  public Budget {
    if (batch < 1 || stepsPerEpoch < 1 || updates < 1) {
      throw new IllegalArgumentException(
          "batch, stepsPerEpoch, updates = "
              + batch
              + ", "
              + stepsPerEpoch
              + ", "
              + updates
              + ": expected whole numbers >= 1");
    }
  }
}
