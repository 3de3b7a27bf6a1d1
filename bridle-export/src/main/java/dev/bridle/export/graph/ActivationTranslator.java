package dev.bridle.export.graph;

import dev.bridle.architecture.Activation;
import dev.bridle.layer.ActivationNode;
import java.util.List;

/**
 * An activation function by its operator; GELU (exact) and SiLU, which have none in this version of
 * ONNX, by their formulas.
 */
final class ActivationTranslator implements Translator<ActivationNode> {
  @Override
  public void translate(ActivationNode node, Flow flow) {
    String x = flow.value();
    GraphWriter graph = flow.graph();
    String name = node.name();
    flow.set(
        switch (node.function()) {
          case LINEAR -> x;
          case RELU -> graph.add("Relu", name, List.of(x));
          case LEAKY_RELU ->
              graph.add(
                  "LeakyRelu",
                  name,
                  List.of(x),
                  Attributes.of("alpha", (float) Activation.LEAKY_SLOPE));
          case GELU -> gelu(x, name, graph);
          case SELU -> graph.add("Selu", name, List.of(x));
          case TANH -> graph.add("Tanh", name, List.of(x));
          case SIGMOID -> graph.add("Sigmoid", name, List.of(x));
          case SILU ->
              graph.add(
                  "Mul", name, List.of(x, graph.add("Sigmoid", name + "/sigmoid", List.of(x))));
        });
  }

  /** x times (1 + erf(x / sqrt(2))) / 2. */
  private static String gelu(String x, String name, GraphWriter graph) {
    String root = graph.floats(name + "/root-half", new double[] {Math.sqrt(0.5)});
    String one = graph.floats(name + "/one", new double[] {1});
    String half = graph.floats(name + "/half", new double[] {0.5});
    String scaled = graph.add("Mul", name + "/scaled", List.of(x, root));
    String erf = graph.add("Erf", name + "/erf", List.of(scaled));
    String twice = graph.add("Add", name + "/twice", List.of(erf, one));
    String probability = graph.add("Mul", name + "/probability", List.of(twice, half));
    return graph.add("Mul", name, List.of(x, probability));
  }
}
