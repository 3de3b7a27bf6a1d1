package dev.bridle.export.graph;

import dev.bridle.layer.Shape;
import dev.bridle.normalization.RowNormNode;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Normalisation of a row, or of a time step, over its units: {@code LayerNormalization} where the
 * mean is taken off; that of the root mean square, which has no operator in this version of ONNX,
 * by its formula.
 */
final class RowNormTranslator implements Translator<RowNormNode> {
  @Override
  public void translate(RowNormNode node, Flow flow) {
    GraphWriter graph = flow.graph();
    String x = flow.value(node.shape());
    String scale = weight(node.scale().name(), node.shape(), flow);
    String shift = weight(node.shift().name(), node.shape(), flow);
    double epsilon = flow.number(node.term(), "epsilon");
    if (node.centring()) {
      flow.set(
          graph.add(
              "LayerNormalization",
              node.name(),
              List.of(x, scale, shift),
              Attributes.of("axis", -axes(node.shape())),
              Attributes.of("epsilon", (float) epsilon)));
    } else {
      String root = rootMeanSquare(x, node, epsilon, graph);
      String rows = graph.add("Div", node.name() + "/rows", List.of(x, root));
      String scaled = graph.add("Mul", node.name() + "/scaled", List.of(rows, scale));
      flow.set(graph.add("Add", node.name(), List.of(scaled, shift)));
    }
  }

  /** How many of the last axes are standardised together: of a series, a step's features. */
  private static int axes(Shape shape) {
    return shape.isImage() ? 3 : 1;
  }

  private static String weight(String name, Shape shape, Flow flow) {
    double[] values = flow.network().values(name);
    return shape.isImage()
        ? flow.graph().floats(name, values, shape.size(0), shape.size(1), shape.size(2))
        : flow.graph().floats(name, values, values.length);
  }

  /** {@code [N, F] -> [N, 1]}. */
  private static String rootMeanSquare(
      String x, RowNormNode node, double epsilon, GraphWriter graph) {
    String name = node.name();
    List<Long> axes = LongStream.rangeClosed(-axes(node.shape()), -1).boxed().toList();
    String squares = graph.add("Mul", name + "/squares", List.of(x, x));
    String mean =
        graph.add("ReduceMean", name + "/mean", List.of(squares), Attributes.ofLongs("axes", axes));
    String small = graph.floats(name + "/epsilon", new double[] {epsilon});
    String sum = graph.add("Add", name + "/sum", List.of(mean, small));
    return graph.add("Sqrt", name + "/root", List.of(sum));
  }
}
