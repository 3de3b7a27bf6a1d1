package dev.bridle.layer;

import java.util.Arrays;

/** The cells that a recurrent layer may have. */
public enum CellKind {
  /** {@code h' = tanh(W x + U h + b)}. Elman 1990. */
  SIMPLE("rnn", 1),
  /** Long short-term memory, with a forget gate. Hochreiter and Schmidhuber 1997; Gers 2000. */
  LSTM("lstm", 4),
  /** Gated recurrent unit, the reset gate behind the product. Cho et al. 2014. */
  GRU("gru", 3);

  private final String text;
  private final int gates;

  CellKind(String text, int gates) {
    this.text = text;
    this.gates = gates;
  }

  /** The kind of that text, one of those an architecture may have. */
  public static CellKind of(String text) {
    return Arrays.stream(values()).filter(k -> k.text.equals(text)).findFirst().orElseThrow();
  }

  /** As written: {@code lstm}. */
  String text() {
    return text;
  }

  /** How many rows of pre-activations a unit has. */
  int gates() {
    return gates;
  }

  /** Whether input and state have pre-activations, and biases, of their own. */
  boolean apart() {
    return this == GRU;
  }

  /** The cell at work for so many time steps of so many units. */
  Cell make(int steps, int units, Room room) {
    return switch (this) {
      case SIMPLE -> new SimpleCell(steps, units, room);
      case LSTM -> new LstmCell(steps, units, room);
      case GRU -> new GruCell(steps, units, room);
    };
  }
}
