package dev.bridle.cli;

import dev.bridle.export.InputTensor;
import dev.bridle.study.table.Note;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a model says about images, or windows of a time series, each under its name; asked and
 * written a piece at a time.
 */
final class NamedPredictions implements PredictionRun {
  private static final int MOST_ROWS = 1024;
  private static final int MOST_NUMBERS = 1_000_000;

  private final Answers model;
  private final InputTensor input;
  private final ModelRows named;
  private final PredictionFormat format;

  /** Over rows that are as the model's input says; the model is closed with it. */
  NamedPredictions(Answers model, InputTensor input, ModelRows named, boolean json) {
    this.model = model;
    this.input = input;
    this.named = named;
    this.format = model.format(Optional.of(named.heading()), json);
  }

  @Override
  public List<Note> writeTo(Sink sink) throws IOException {
    int count = named.rows().count();
    int most = Math.max(1, Math.min(MOST_ROWS, MOST_NUMBERS / input.width()));
    boolean wanted = sink.write(format.beginning());
    for (int from = 0; from < count && wanted; from += most) {
      int to = Math.min(from + most, count);
      Said said = model.next(named.rows().range(from, to));
      wanted = sink.write(format.piece(said, named.names().subList(from, to)));
    }
    sink.write(format.end());
    return named.notes();
  }

  @Override
  public void close() {
    model.close();
  }
}
