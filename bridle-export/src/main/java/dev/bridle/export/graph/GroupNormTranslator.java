package dev.bridle.export.graph;

import dev.bridle.layer.Shape;
import dev.bridle.normalization.GroupNorm.GroupNormNode;
import java.util.List;

/**
 * Group normalisation by its formula, which is one for images, series and flat rows: a row is split
 * to {@code [before, groups, rest]}, standardised over its first and last axis, and brought back to
 * its shape, in which channels are multiplied and added to.
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
    String split = graph.reshaped(x, name + "/split", List.of((int) around[0], groups, rest));
    String mean = mean(split, name + "/mean", graph);
    String centred = graph.add("Sub", name + "/centred", List.of(split, mean));
    String squares = graph.add("Mul", name + "/squares", List.of(centred, centred));
    String variance = mean(squares, name + "/variance", graph);
    String epsilon =
        graph.floats(name + "/epsilon", new double[] {flow.number(node.term(), "epsilon")});
    String sum = graph.add("Add", name + "/sum", List.of(variance, epsilon));
    String root = graph.add("Sqrt", name + "/root", List.of(sum));
    return graph.add("Div", name + "/standardised", List.of(centred, root));
  }

  private static String mean(String value, String name, GraphWriter graph) {
    return graph.add(
        "ReduceMean", name, List.of(value), Attributes.ofLongs("axes", List.of(1L, 3L)));
  }
}
