package dev.bridle.layer;

/** The last state of an LSTM. */
final class LstmTest implements RecurrentLaws {
  @Override
  public RecurrentNode recurrent(int features) {
    return RecurrentNode.of("lstm1", CellKind.LSTM, Shape.of(features, 3), 4, false, false, false);
  }
}
