package dev.bridle.cli;

import dev.bridle.model.Sampling;
import dev.bridle.model.TrainedNetwork;
import java.util.Optional;

/**
 * A network that predicts under random masks, rows a piece at a time; which masks a row sees does
 * not depend on where pieces end.
 */
final class MaskedRows {
  private final TrainedNetwork network;
  private final boolean spread;
  private Sampling next;

  /**
   * From the first row on.
   *
   * @param spread whether to say how far predictions are apart
   */
  MaskedRows(TrainedNetwork network, Sampling sampling, boolean spread) {
    this.network = network;
    this.spread = spread;
    this.next = sampling;
  }

  /** Whether it is said how far predictions are apart. */
  static boolean spreads(Optional<MaskedRows> masked) {
    return masked.isPresent() && masked.get().spread;
  }

  /** What it says about the next rows, {@code [N, F]}. */
  Said next(float... inputs) {
    TrainedNetwork.Spread said = network.spread(next, inputs);
    next = next.after(said.mean().size());
    return new Said(said.mean(), spread ? Optional.of(said.deviation()) : Optional.empty());
  }
}
