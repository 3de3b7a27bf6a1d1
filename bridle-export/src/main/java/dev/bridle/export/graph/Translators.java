package dev.bridle.export.graph;

import dev.bridle.layer.ActivationNode;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.Node;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.normalization.BatchNorm.BatchNormNode;
import dev.bridle.normalization.RowNormNode;
import dev.bridle.normalization.WeightNorm;
import dev.bridle.penalty.Contractive;
import java.util.Map;
import java.util.Optional;

/** Which class translates which kind of node. A new kind of layer is a line here and a class. */
final class Translators {
  private static final Map<Class<? extends Node>, Entry<?>> ALL =
      Map.of(
          DenseNode.class, new Entry<>(DenseNode.class, new DenseTranslator()),
          ActivationNode.class, new Entry<>(ActivationNode.class, new ActivationTranslator()),
          BatchNormNode.class, new Entry<>(BatchNormNode.class, new BatchNormTranslator()),
          RowNormNode.class, new Entry<>(RowNormNode.class, new RowNormTranslator()),
          WeightNorm.Normed.class, new Entry<>(WeightNorm.Normed.class, new WeightNormTranslator()),
          Contractive.Contracting.class,
              new Entry<>(
                  Contractive.Contracting.class,
                  (node, flow) -> new DenseTranslator().translate(node.dense(), flow)));

  private Translators() {}

  private record Entry<N extends Node>(Class<N> kind, Translator<N> translator) {
    void translate(Node node, Flow flow) {
      translator.translate(kind.cast(node), flow);
    }
  }

  /**
   * Writes all layers of a network that act at evaluation.
   *
   * @param input the name of the value the first layer takes
   * @return the name of the network's outputs
   * @throws IllegalArgumentException if ONNX has no form for one of its layers yet
   */
  static String translate(TrainedNetwork network, GraphWriter graph, String input) {
    Flow flow = new Flow(network, graph, input);
    for (Node node : network.compiled().nodes()) {
      if (!node.trainingOnly()) {
        entry(node).translate(node, flow);
      }
    }
    return flow.value();
  }

  private static Entry<?> entry(Node node) {
    return Optional.<Entry<?>>ofNullable(ALL.get(node.getClass()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "layer " + node.name() + ": there is no translation to ONNX for its kind yet"));
  }
}
