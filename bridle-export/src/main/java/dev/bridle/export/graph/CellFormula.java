package dev.bridle.export.graph;

import dev.bridle.layer.CellKind;
import java.util.List;

/** What the cell of a recurrent layer computes in one step, as operators: see {@link CellKind}. */
final class CellFormula {
  private final GraphWriter graph;
  private final String name;

  /** In the graph of a step, whose values have names below {@code name}. */
  CellFormula(GraphWriter graph, String name) {
    this.graph = graph;
    this.name = name;
  }

  /**
   * The states behind a step.
   *
   * @param before the state, and of an LSTM the cell state; {@code [N, H]} each, as is what comes
   *     out
   * @param fromInput {@code [N, gates H]}, bias included
   * @param fromState {@code [N, gates H]}, of a GRU bias included
   */
  List<String> next(CellKind cell, List<String> before, String fromInput, String fromState) {
    return switch (cell) {
      case SIMPLE -> List.of(tanh("next", sum("sum", fromInput, fromState)));
      case LSTM -> lstm(before.get(1), sum("sum", fromInput, fromState));
      case GRU -> List.of(gru(before.get(0), fromInput, fromState));
    };
  }

  /** c' = f c + i g, h' = o tanh(c'); gates in the order o, i, f, g. */
  private List<String> lstm(String cell, String sum) {
    List<String> gates = parts("gate", 4, sum);
    String kept = product("kept", sigmoid("forget", gates.get(2)), cell);
    String added = product("added", sigmoid("input", gates.get(1)), tanh("made", gates.get(3)));
    String next = sum("next-cell", kept, added);
    String state = product("next", sigmoid("output", gates.get(0)), tanh("squashed", next));
    return List.of(state, next);
  }

  /** n = tanh(a + r s), h' = n + z (h - n); gates in the order r, z, n. */
  private String gru(String state, String fromInput, String fromState) {
    List<String> ofInput = parts("of-input", 3, fromInput);
    List<String> ofState = parts("of-state", 3, fromState);
    String reset = sigmoid("reset", sum("reset-sum", ofInput.get(0), ofState.get(0)));
    String update = sigmoid("update", sum("update-sum", ofInput.get(1), ofState.get(1)));
    String remembered = product("remembered", reset, ofState.get(2));
    String made = tanh("made", sum("made-sum", ofInput.get(2), remembered));
    String way = graph.add("Sub", name + "/way-back", List.of(state, made));
    return sum("next", made, product("kept", update, way));
  }

  private List<String> parts(String as, int count, String value) {
    return graph.addMany("Split", name + "/" + as, count, List.of(value), Attributes.of("axis", 1));
  }

  private String sum(String as, String a, String b) {
    return graph.add("Add", name + "/" + as, List.of(a, b));
  }

  private String product(String as, String a, String b) {
    return graph.add("Mul", name + "/" + as, List.of(a, b));
  }

  private String sigmoid(String as, String value) {
    return graph.add("Sigmoid", name + "/" + as, List.of(value));
  }

  private String tanh(String as, String value) {
    return graph.add("Tanh", name + "/" + as, List.of(value));
  }
}
