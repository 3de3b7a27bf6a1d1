package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.bridle.layer.Shape;
import dev.bridle.normalization.RowNormNode;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Normalisation of a row, or of a time step, over its units: {@code LayerNormalization} where the
 * mean is taken off; that of the root mean square, which has no operator in this version of ONNX,
 * by its formula.
 *
 * <p>The former is computed in double precision: where all units of a row are about equal, as in a
 * black image, roundings would be divided by little more than the root of epsilon.
 */
final class RowNormTranslator implements Translator<RowNormNode> {
  @Override
  public void translate(RowNormNode node, Flow flow) {
    if (node.centring()) {
      centring(node, flow);
    } else {
      rootMeanSquare(node, flow);
    }
  }

  private static void centring(RowNormNode node, Flow flow) {
    GraphWriter graph = flow.graph();
    String name = node.name();
    double[] scale = flow.network().values(node.scale().name());
    double[] shift = flow.network().values(node.shift().name());
    String normed =
        graph.add(
            "LayerNormalization",
            name + "/normed",
            List.of(
                graph.cast(flow.value(node.shape()), name + "/wide", DataType.DOUBLE),
                graph.doubles(node.scale().name(), scale, sizes(node)),
                graph.doubles(node.shift().name(), shift, sizes(node))),
            Attributes.of("axis", -axes(node.shape())),
            Attributes.of("epsilon", (float) flow.number(node.term(), "epsilon")));
    flow.set(graph.cast(normed, name, DataType.FLOAT));
  }

  private static void rootMeanSquare(RowNormNode node, Flow flow) {
    GraphWriter graph = flow.graph();
    String name = node.name();
    String x = flow.value(node.shape());
    String rows = graph.add("Div", name + "/rows", List.of(x, root(x, node, flow)));
    double[] scale = flow.network().values(node.scale().name());
    double[] shift = flow.network().values(node.shift().name());
    String by = graph.floats(node.scale().name(), scale, sizes(node));
    String and = graph.floats(node.shift().name(), shift, sizes(node));
    String scaled = graph.add("Mul", name + "/scaled", List.of(rows, by));
    flow.set(graph.add("Add", name, List.of(scaled, and)));
  }

  /** How many of the last axes are standardised together: of a series, a step's features. */
  private static int axes(Shape shape) {
    return shape.isImage() ? 3 : 1;
  }

  /** The sizes of a number for each of the units that are standardised together. */
  private static long[] sizes(RowNormNode node) {
    List<Integer> all = node.shape().sizes();
    return all.subList(all.size() - axes(node.shape()), all.size()).stream()
        .mapToLong(Integer::longValue)
        .toArray();
  }

  /** {@code [N, F] -> [N, 1]}. */
  private static String root(String x, RowNormNode node, Flow flow) {
    GraphWriter graph = flow.graph();
    String name = node.name();
    List<Long> axes = LongStream.rangeClosed(-axes(node.shape()), -1).boxed().toList();
    String squares = graph.add("Mul", name + "/squares", List.of(x, x));
    String mean =
        graph.add("ReduceMean", name + "/mean", List.of(squares), Attributes.ofLongs("axes", axes));
    double epsilon = flow.number(node.term(), "epsilon");
    String small = graph.floats(name + "/epsilon", new double[] {epsilon});
    String sum = graph.add("Add", name + "/sum", List.of(mean, small));
    return graph.add("Sqrt", name + "/root", List.of(sum));
  }
}
