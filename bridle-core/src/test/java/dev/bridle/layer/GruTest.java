package dev.bridle.layer;

/** The last state of a GRU. */
final class GruTest implements RecurrentLaws {
  @Override
  public RecurrentNode recurrent(int features) {
    return RecurrentNode.of("gru1", CellKind.GRU, Shape.of(features, 3), 4, false, false, false);
  }
}
