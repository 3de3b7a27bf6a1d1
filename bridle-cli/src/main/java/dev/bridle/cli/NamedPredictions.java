package dev.bridle.cli;

import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.table.Note;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a network says about images, or windows of a time series, each under its name. */
final class NamedPredictions implements PredictionRun {
  private final TrainedNetwork network;
  private final ModelRows rows;
  private final PredictionFormat format;

  NamedPredictions(TrainedNetwork network, ModelRows rows, boolean json) {
    this.network = network;
    this.rows = rows;
    this.format = PredictionFormat.of(network.task(), Optional.of(rows.heading()), json);
  }

  @Override
  public List<Note> writeTo(Sink sink) throws IOException {
    String said = format.piece(network.predict(rows.inputs()), rows.names());
    sink.write(format.beginning() + said + format.end());
    return rows.notes();
  }

  /** Nothing is held. */
  @Override
  public void close() {}
}
