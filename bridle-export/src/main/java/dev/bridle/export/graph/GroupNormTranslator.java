package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.bridle.layer.Shape;
import dev.bridle.normalization.GroupNorm.GroupNormNode;
import java.util.List;

/**
 * Group normalisation by its formula, which is one for images, series and flat rows: a row is split
 * to {@code [before, groups, rest]}, standardised over its first and last axis, and brought back to
 * its shape, in which channels are multiplied and added to.
 *
 * <p>In double precision: where all pixels of a group are about equal, as in a black image,
 * roundings would be divided by little more than the root of epsilon.
 */
final class GroupNormTranslator implements Translator<GroupNormNode> {
  @Override
  public void translate(GroupNormNode node, Flow flow) {
    GraphWriter graph = flow.graph();
    Shape shape = node.shape();
    String name = node.name();
    String rows = standardised(flow.value(shape), node, flow);
    flow.set(graph.reshaped(rows, name + "/rows", shape.sizes()), shape);
    flow.scale(
        name,
        flow.network().values(node.scale().name()),
        flow.network().values(node.shift().name()));
  }

  private static String standardised(String x, GroupNormNode node, Flow flow) {
    GraphWriter graph = flow.graph();
    String name = node.name();
    long[] around = node.shape().aroundChannels();
    int groups = (int) flow.number(node.term(), "groups");
    int rest = (int) (around[1] / groups * around[2]);
    String wide = graph.cast(x, name + "/wide", DataType.DOUBLE);
    String split = graph.reshaped(wide, name + "/split", List.of((int) around[0], groups, rest));
    String mean = mean(split, name + "/mean", graph);
    String centred = graph.add("Sub", name + "/centred", List.of(split, mean));
    String squares = graph.add("Mul", name + "/squares", List.of(centred, centred));
    String variance = mean(squares, name + "/variance", graph);
    String epsilon =
        graph.doubles(name + "/epsilon", new double[] {flow.number(node.term(), "epsilon")});
    String sum = graph.add("Add", name + "/sum", List.of(variance, epsilon));
    String root = graph.add("Sqrt", name + "/root", List.of(sum));
    String divided = graph.add("Div", name + "/divided", List.of(centred, root));
    return graph.cast(divided, name + "/standardised", DataType.FLOAT);
  }

  private static String mean(String value, String name, GraphWriter graph) {
    return graph.add(
        "ReduceMean", name, List.of(value), Attributes.ofLongs("axes", List.of(1L, 3L)));
  }
}
