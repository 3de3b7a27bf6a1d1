package dev.bridle.layer;

/** A hyperbolic tangent of input and state; the last state goes out. */
final class SimpleRecurrentTest implements RecurrentLaws {
  @Override
  public RecurrentNode recurrent(int features) {
    return RecurrentNode.of("rnn1", CellKind.SIMPLE, Shape.of(features, 3), 4, false, false, false);
  }
}
