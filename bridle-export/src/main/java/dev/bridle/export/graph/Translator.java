package dev.bridle.export.graph;

import dev.bridle.layer.Node;

/**
 * How nodes of one kind are written as ONNX operators, as they compute at evaluation.
 *
 * @param <N> the kind of node
 */
@FunctionalInterface
public interface Translator<N extends Node> {
  /** Writes a node behind {@link Flow#value}, and sets what goes on from there. */
  void translate(N node, Flow flow);
}
