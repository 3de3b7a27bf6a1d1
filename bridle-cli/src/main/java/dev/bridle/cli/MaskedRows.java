package dev.bridle.cli;

import dev.bridle.export.NetworkPredictor;
import dev.bridle.export.Rows;
import dev.bridle.model.Sampling;
import dev.bridle.model.TrainedNetwork;
import java.util.Optional;

/**
 * A network that predicts under random masks, rows a piece at a time; which masks a row sees does
 * not depend on where pieces end.
 */
final class MaskedRows {
  private final NetworkPredictor model;
  private final boolean spread;
  private Sampling next;

  /**
   * From the first row on.
   *
   * @param spread whether to say how far predictions are apart
   */
  MaskedRows(NetworkPredictor model, Sampling sampling, boolean spread) {
    this.model = model;
    this.spread = spread;
    this.next = sampling;
  }

  /** Whether it is said how far predictions are apart. */
  boolean isSpread() {
    return spread;
  }

  /** What it says about the next rows. */
  Said next(Rows rows) {
    float[] inputs = model.input().inputs(rows);
    TrainedNetwork.Spread said = model.network().spread(next, inputs);
    next = next.after(said.mean().size());
    return new Said(said.mean(), spread ? Optional.of(said.deviation()) : Optional.empty());
  }
}
