package dev.bridle.export;

import dev.bridle.data.Task;
import dev.bridle.metric.Predictions;
import dev.bridle.model.TrainedNetwork;

/** A trained network behind its preparation, computed by libtorch as in its training. */
public final class NetworkPredictor implements Predictor {
  private final TrainedNetwork network;
  private final ModelInput input;

  /**
   * A network ready to answer.
   *
   * @throws IllegalArgumentException if what is attached to it about its inputs is damaged
   */
  public NetworkPredictor(TrainedNetwork network) {
    this.network = network;
    this.input =
        ModelInput.of(network.attachments(), network.features(), network.compiled().architecture());
  }

  /** The network. */
  public TrainedNetwork network() {
    return network;
  }

  @Override
  public Task task() {
    return network.task();
  }

  @Override
  public ModelInput input() {
    return input;
  }

  @Override
  public Predictions predict(Rows rows) {
    return network.predict(input.inputs(rows));
  }

  /** Nothing is held. */
  @Override
  public void close() {}
}
