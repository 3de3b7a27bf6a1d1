package dev.bridle.population;

/**
 * How far a training has come: what regularizers that change with time look at.
 *
 * @param update the number of the update that is being made, counted from 1
 * @param updates how many there will be
 * @param updatesPerEpoch how many make up an epoch; the last epoch may have fewer
 */
public record Progress(long update, int updates, int updatesPerEpoch) {
  /** The share of the training that is done with this update, in (0, 1]. */
  public double share() {
    return (double) update / updates;
  }

  /** Whether an epoch ends with this update, the last one included. */
  public boolean endsEpoch() {
    return update % updatesPerEpoch == 0 || update == updates;
  }
}
