package dev.bridle.layer;

/** The states of two GRUs, one of which reads from the end. */
final class GruSequenceTest implements RecurrentLaws {
  @Override
  public RecurrentNode recurrent(int features) {
    return RecurrentNode.of("gru1", CellKind.GRU, Shape.of(features, 2), 3, true, true, false);
  }
}
