package dev.bridle.cli;

import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.table.Note;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a network says about images, or windows of a time series, each under its name. */
final class NamedPredictions implements PredictionRun {
  private final TrainedNetwork network;
  private final Optional<MaskedRows> masked;
  private final ModelRows rows;
  private final PredictionFormat format;

  /**
   * Over rows with names.
   *
   * @param masked the network, where it predicts under masks
   */
  NamedPredictions(
      TrainedNetwork network, Optional<MaskedRows> masked, ModelRows rows, boolean json) {
    this.network = network;
    this.masked = masked;
    this.rows = rows;
    Optional<String> heading = Optional.of(rows.heading());
    this.format = PredictionFormat.of(network.task(), heading, MaskedRows.spreads(masked), json);
  }

  @Override
  public List<Note> writeTo(Sink sink) throws IOException {
    float[] inputs = rows.inputs();
    Said said = masked.isPresent() ? masked.get().next(inputs) : Said.of(network.predict(inputs));
    sink.write(format.beginning() + format.piece(said, rows.names()) + format.end());
    return rows.notes();
  }

  /** Nothing is held. */
  @Override
  public void close() {}
}
