package dev.bridle.export.graph;

import dev.bridle.layer.DenseNode;
import java.util.List;

/**
 * A dense layer as {@code Gemm}: kernel {@code [out, in]} transposed, bias {@code [out]}. It waits,
 * so that a batch normalisation behind it is folded into both, in double precision.
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
    flow.set(new Waiting(node, kernel, bias));
  }

  /** A dense layer with its numbers, row-major. */
  private static final class Waiting implements Affine {
    private final DenseNode node;
    private final double[] kernel;
    private final double[] bias;

    Waiting(DenseNode node, double[] kernel, double[] bias) {
      this.node = node;
      this.kernel = kernel;
      this.bias = bias;
    }

    @Override
    public Affine then(double[] factor, double[] summand) {
      double[] folded = new double[kernel.length];
      double[] moved = new double[bias.length];
      for (int i = 0; i < kernel.length; i++) {
        folded[i] = kernel[i] * factor[i / node.inputs()];
      }
      for (int unit = 0; unit < bias.length; unit++) {
        moved[unit] = bias[unit] * factor[unit] + summand[unit];
      }
      return new Waiting(node, folded, moved);
    }

    @Override
    public String write(GraphWriter graph, String input) {
      String w = graph.floats(node.kernel().name(), kernel, node.outputs(), node.inputs());
      String b = graph.floats(node.bias().name(), bias, node.outputs());
      return graph.add("Gemm", node.name(), List.of(input, w, b), Attributes.of("transB", 1));
    }
  }
}
