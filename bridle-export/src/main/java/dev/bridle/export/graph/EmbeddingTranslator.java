package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.bridle.layer.EmbeddingNode;
import java.util.Arrays;
import java.util.List;

/** An embedding as {@code Gather} of a table whose row of id 0, the padding, is zeros. */
final class EmbeddingTranslator implements Translator<EmbeddingNode> {
  @Override
  public void translate(EmbeddingNode node, Flow flow) {
    GraphWriter graph = flow.graph();
    double[] table = flow.network().values(node.table().name());
    Arrays.fill(table, 0, node.size(), 0);
    String rows = graph.floats(node.table().name(), table, node.vocabulary(), node.size());
    String ids = graph.cast(flow.value(node.input()), node.name() + "/ids", DataType.INT64);
    flow.set(graph.add("Gather", node.name(), List.of(rows, ids)), node.shape());
  }
}
