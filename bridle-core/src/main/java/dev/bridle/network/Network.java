package dev.bridle.network;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.ResidualNode;
import dev.bridle.layer.Site;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** The layers of a compiled network at work on the members of a population. */
public final class Network {
  /**
   * How many rows an evaluation takes at once: fixed, so that a row's outputs depend on nothing but
   * the network and the rows beside it.
   */
  public static final int EVALUATION_ROWS = 512;

  private final List<Layer> layers;
  private final int firstWithWeights;
  private final int members;

  private Network(List<Layer> layers, int firstWithWeights, int members) {
    this.layers = layers;
    this.firstWithWeights = firstWithWeights;
    this.members = members;
  }

  /** All layers, for training and evaluation. */
  public static Network forTraining(CompiledNetwork compiled, Site site) {
    return of(compiled.nodes(), site);
  }

  /** The layers that a trained network needs. */
  public static Network forEvaluation(CompiledNetwork compiled, Site site) {
    return of(compiled.nodes().stream().flatMap(ResidualNode::forEvaluation).toList(), site);
  }

  private static Network of(List<Node> nodes, Site site) {
    int first = 0;
    while (nodes.get(first).weights().isEmpty()) {
      first++;
    }
    return new Network(ResidualNode.build(nodes, site), first, site.members());
  }

  /**
   * The outputs of all members.
   *
   * @param input {@code [K, B, F]}, or {@code [1, B, F]} where all members see the same batch
   * @return {@code [K, B, O]}
   */
  public Tensor forward(Tensor input, Pass pass) {
    Tensor x = input.size(0) == members ? input : input.expand(members, -1, -1);
    for (Layer layer : layers) {
      x = layer.forward(x, pass);
    }
    return x;
  }

  /** Adds the gradients of all weights to the rows of the site, after a training pass. */
  public void backward(Tensor gradient) {
    Tensor g = gradient;
    for (int i = layers.size() - 1; i >= firstWithWeights; i--) {
      g = layers.get(i).backward(g, i > firstWithWeights);
    }
  }
}
