package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.bridle.layer.PoolNode;
import java.util.List;

/**
 * A pooling as {@code MaxPool} or {@code AveragePool}; a global one, which leaves a number for each
 * channel, as {@code ReduceMax} or {@code ReduceMean} over the positions.
 */
final class PoolTranslator implements Translator<PoolNode> {
  @Override
  public void translate(PoolNode node, Flow flow) {
    String x = flow.value(node.input());
    GraphWriter graph = flow.graph();
    String result =
        node.shape().isFlat()
            ? global(node, x, graph)
            : ChannelsFirst.around(
                node.input(), node.name(), x, graph, v -> sliding(node, v, graph));
    flow.set(result, node.shape());
  }

  private static String global(PoolNode node, String x, GraphWriter graph) {
    return graph.add(
        node.kind() == PoolNode.Kind.MAXIMUM ? "ReduceMax" : "ReduceMean",
        node.name(),
        List.of(x),
        Attributes.ofLongs("axes", node.input().isSeries() ? List.of(1L) : List.of(2L, 3L)),
        Attributes.of("keepdims", 0));
  }

  private static String sliding(PoolNode node, String x, GraphWriter graph) {
    long stride = node.stride();
    return graph.add(
        node.kind() == PoolNode.Kind.MAXIMUM ? "MaxPool" : "AveragePool",
        node.name(),
        List.of(x),
        axes(node, "kernel_shape", node.height(), node.width()),
        axes(node, "strides", stride, stride));
  }

  private static AttributeProto axes(PoolNode node, String name, long first, long second) {
    boolean one = node.input().isSeries();
    return Attributes.ofLongs(name, one ? List.of(first) : List.of(first, second));
  }
}
