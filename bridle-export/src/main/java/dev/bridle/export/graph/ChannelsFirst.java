package dev.bridle.export.graph;

import dev.bridle.layer.Shape;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What ONNX computes for channels that come before their positions: images lie so, {@code [N, C, H,
 * W]}; a series {@code [N, T, F]} is turned to {@code [N, F, T]} and back.
 */
final class ChannelsFirst {
  private static final List<Long> TURNED = List.of(0L, 2L, 1L);

  private ChannelsFirst() {}

  /** Writes an operator with a series turned around it; returns the name of the result. */
  static String around(
      Shape shape, String name, String input, GraphWriter graph, UnaryOperator<String> operator) {
    return shape.isSeries()
        ? turned(operator.apply(turned(input, name + "/turned", graph)), name + "/back", graph)
        : operator.apply(input);
  }

  private static String turned(String value, String name, GraphWriter graph) {
    return graph.add("Transpose", name, List.of(value), Attributes.ofLongs("perm", TURNED));
  }
}
