package dev.bridle.layer;

/** All states of two LSTMs, one of which reads from the end. */
final class LstmSequenceTest implements RecurrentLaws {
  @Override
  public RecurrentNode recurrent(int features) {
    return RecurrentNode.of("lstm1", CellKind.LSTM, Shape.of(features, 2), 3, true, true, false);
  }
}
