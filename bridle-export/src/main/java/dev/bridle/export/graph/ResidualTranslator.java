package dev.bridle.export.graph;

import dev.bridle.layer.ResidualNode;
import java.util.List;

/** A residual branch: its layers as everywhere, then the sum with what came in. */
final class ResidualTranslator implements Translator<ResidualNode> {
  @Override
  public void translate(ResidualNode node, Flow flow) {
    String x = flow.value(node.shape());
    Translators.translate(node.branch(), flow);
    String branch = flow.value(node.shape());
    flow.set(flow.graph().add("Add", node.name(), List.of(x, branch)));
  }
}
