package dev.bridle.export.graph;

import dev.bridle.normalization.RowNormNode;
import java.util.List;

/**
 * Normalisation of a row over its units: {@code LayerNormalization} where the mean is taken off;
 * that of the root mean square, which has no operator in this version of ONNX, by its formula.
 */
final class RowNormTranslator implements Translator<RowNormNode> {
  @Override
  public void translate(RowNormNode node, Flow flow) {
    GraphWriter graph = flow.graph();
    String x = flow.value();
    String scale = weight(node.scale().name(), flow);
    String shift = weight(node.shift().name(), flow);
    double epsilon = flow.number(node.term(), "epsilon");
    if (node.centring()) {
      flow.set(
          graph.add(
              "LayerNormalization",
              node.name(),
              List.of(x, scale, shift),
              Attributes.of("axis", -1),
              Attributes.of("epsilon", (float) epsilon)));
    } else {
      String root = rootMeanSquare(x, node.name(), epsilon, graph);
      String rows = graph.add("Div", node.name() + "/rows", List.of(x, root));
      String scaled = graph.add("Mul", node.name() + "/scaled", List.of(rows, scale));
      flow.set(graph.add("Add", node.name(), List.of(scaled, shift)));
    }
  }

  private static String weight(String name, Flow flow) {
    double[] values = flow.network().values(name);
    return flow.graph().floats(name, values, values.length);
  }

  /** {@code [N, F] -> [N, 1]}. */
  private static String rootMeanSquare(String x, String name, double epsilon, GraphWriter graph) {
    String squares = graph.add("Mul", name + "/squares", List.of(x, x));
    String mean =
        graph.add(
            "ReduceMean",
            name + "/mean",
            List.of(squares),
            Attributes.ofLongs("axes", List.of(-1L)),
            Attributes.of("keepdims", 1));
    String small = graph.floats(name + "/epsilon", new double[] {epsilon});
    String sum = graph.add("Add", name + "/sum", List.of(mean, small));
    return graph.add("Sqrt", name + "/root", List.of(sum));
  }
}
