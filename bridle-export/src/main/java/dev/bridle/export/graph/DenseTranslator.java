package dev.bridle.export.graph;

import dev.bridle.layer.DenseNode;
import dev.bridle.layer.Shape;
import java.util.List;

/**
 * A dense layer as {@code Gemm}: kernel {@code [out, in]} transposed, bias {@code [out]}. It waits,
 * so that a batch normalisation behind it is folded into both.
 */
final class DenseTranslator implements Translator<DenseNode> {
  @Override
  public void translate(DenseNode node, Flow flow) {
    double[] kernel = flow.network().values(node.kernel().name());
    translate(node, kernel, flow);
  }

  /** The layer with another kernel than the saved one, {@code [out, in]} row-major. */
  static void translate(DenseNode node, double[] kernel, Flow flow) {
    double[] bias = flow.network().values(node.bias().name());
    Linear.Form gemm =
        (graph, input, k, b) -> {
          String w = graph.floats(node.kernel().name(), k, node.outputs(), node.inputs());
          String c = graph.floats(node.bias().name(), b, node.outputs());
          return graph.add("Gemm", node.name(), List.of(input, w, c), Attributes.of("transB", 1));
        };
    flow.set(new Linear(kernel, bias, gemm), Shape.of(node.inputs()), node.shape());
  }
}
