package dev.bridle.layer;

import dev.bridle.population.StatisticSpec;
import dev.bridle.population.WeightSpec;
import java.util.List;
import java.util.stream.Stream;

/**
 * A residual branch as a value: \( y = x + g(x) \), g being layers that keep the shape.
 *
 * @param name {@code residual1}
 * @param shape of what comes in and goes out
 * @param branch the layers of g, with what a recipe weaves into them
 */
public record ResidualNode(String name, Shape shape, List<Node> branch) implements Node {

  /** Checks that the branch keeps the shape. */
  public ResidualNode {
    branch = List.copyOf(branch);
    Shape out = branch.get(branch.size() - 1).shape();
    if (!out.equals(shape)) {
      throw new IllegalArgumentException(
          name
              + ": its layers turn "
              + shape
              + " into "
              + out
              + ", expected the same shape, since both are added");
    }
  }

  @Override
  public List<WeightSpec> weights() {
    return branch.stream().flatMap(n -> n.weights().stream()).toList();
  }

  @Override
  public List<StatisticSpec> statistics() {
    return branch.stream().flatMap(n -> n.statistics().stream()).toList();
  }

  @Override
  public long multiplications() {
    return branch.stream().mapToLong(Node::multiplications).sum();
  }

  @Override
  public int workspace() {
    return outputs() * 2 + branch.stream().mapToInt(Node::workspace).sum();
  }

  /** What goes out is a sum in memory of its own. */
  @Override
  public boolean outputMayBeScaled() {
    return true;
  }

  @Override
  public Layer build(Site site) {
    Activations inputs = site.activations(outputs());
    return new Residual(build(branch, site), inputs, site.activations(outputs()));
  }

  /** Layers one behind the other, each told whether it may write over what it is given. */
  public static List<Layer> build(List<Node> nodes, Site site) {
    List<Layer> layers = nodes.stream().map(node -> node.build(site)).toList();
    for (int i = 1; i < layers.size(); i++) {
      if (nodes.get(i - 1).outputMayBeScaled()) {
        layers.get(i).allowInPlace();
      }
    }
    return layers;
  }

  /** The same without what is there in training only. */
  public static Stream<Node> forEvaluation(Node node) {
    if (node instanceof ResidualNode residual) {
      List<Node> branch = residual.branch.stream().flatMap(ResidualNode::forEvaluation).toList();
      return Stream.of(new ResidualNode(residual.name, residual.shape, branch));
    }
    return node.trainingOnly() ? Stream.of() : Stream.of(node);
  }
}
