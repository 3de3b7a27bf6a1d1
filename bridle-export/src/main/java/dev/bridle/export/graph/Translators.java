package dev.bridle.export.graph;

import dev.bridle.layer.ActivationNode;
import dev.bridle.layer.ConvolutionNode;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.EmbeddingNode;
import dev.bridle.layer.FlattenNode;
import dev.bridle.layer.Node;
import dev.bridle.layer.PoolNode;
import dev.bridle.layer.RecurrentNode;
import dev.bridle.layer.ResidualNode;
import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.normalization.BatchNorm.BatchNormNode;
import dev.bridle.normalization.GroupNorm.GroupNormNode;
import dev.bridle.normalization.RowNormNode;
import dev.bridle.normalization.WeightNorm;
import dev.bridle.penalty.Contractive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which class translates which kind of node. A new kind of layer is a line here and a class. */
final class Translators {
  private static final Map<Class<? extends Node>, Entry<?>> ALL =
      Stream.<Entry<?>>of(
              new Entry<>(DenseNode.class, new DenseTranslator()),
              new Entry<>(ConvolutionNode.class, new ConvolutionTranslator()),
              new Entry<>(PoolNode.class, new PoolTranslator()),
              new Entry<>(FlattenNode.class, (node, flow) -> flow.value(node.shape())),
              new Entry<>(RecurrentNode.class, new RecurrentTranslator()),
              new Entry<>(EmbeddingNode.class, new EmbeddingTranslator()),
              new Entry<>(ResidualNode.class, new ResidualTranslator()),
              new Entry<>(ActivationNode.class, new ActivationTranslator()),
              new Entry<>(BatchNormNode.class, new BatchNormTranslator()),
              new Entry<>(RowNormNode.class, new RowNormTranslator()),
              new Entry<>(GroupNormNode.class, new GroupNormTranslator()),
              new Entry<>(WeightNorm.Normed.class, new WeightNormTranslator()),
              new Entry<>(
                  Contractive.Contracting.class,
                  (node, flow) -> new DenseTranslator().translate(node.dense(), flow)))
          .collect(Collectors.toMap(Entry::kind, entry -> entry));

  private Translators() {}

  private record Entry<N extends Node>(Class<N> kind, Translator<N> translator) {
    void translate(Node node, Flow flow) {
      translator.translate(kind.cast(node), flow);
    }
  }

  /**
   * Writes all layers of a network that act at evaluation, behind its inputs.
   *
   * @return the name of the network's outputs, {@code [N, O]}
   * @throws IllegalArgumentException if ONNX has no form for one of its layers
   */
  static String translate(TrainedNetwork network, Flow flow) {
    translate(network.compiled().nodes(), flow);
    return flow.value(Shape.of(network.compiled().outputs()));
  }

  /** Writes layers one behind the other, those aside that are there in training only. */
  static void translate(List<Node> nodes, Flow flow) {
    for (Node node : nodes) {
      if (!node.trainingOnly()) {
        entry(node).translate(node, flow);
      }
    }
  }

  private static Entry<?> entry(Node node) {
    return Optional.<Entry<?>>ofNullable(ALL.get(node.getClass()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "layer " + node.name() + ": there is no translation to ONNX for its kind"));
  }
}
