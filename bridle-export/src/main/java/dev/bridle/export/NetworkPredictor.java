package dev.bridle.export;

import dev.bridle.data.Task;
import dev.bridle.metric.Predictions;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.table.Table;

/** A trained network behind its preparation, computed by libtorch as in its training. */
public final class NetworkPredictor implements Predictor {
  private final TrainedNetwork network;
  private final InputColumns columns;

  /**
   * A network ready to answer.
   *
   * @throws IllegalArgumentException if what is attached to it about its columns is damaged
   */
  public NetworkPredictor(TrainedNetwork network) {
    this.network = network;
    this.columns = InputColumns.of(network.attachments(), network.features());
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
  public InputColumns columns() {
    return columns;
  }

  @Override
  public Predictions predict(Table rows) {
    return network.predict(columns.inputs(rows));
  }

  /** Nothing is held. */
  @Override
  public void close() {}
}
