package dev.bridle.network;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.PenaltyLayer;
import dev.bridle.layer.ResidualNode;
import dev.bridle.layer.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  /** The layers that a trained network needs, and those that are terms of the loss. */
  public static Network forPenalties(CompiledNetwork compiled, Site site) {
    return of(
        compiled.nodes().stream()
            .flatMap(n -> n.penalty().isPresent() ? Stream.of(n) : ResidualNode.forEvaluation(n))
            .toList(),
        site);
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

  /**
   * What the terms of the loss that are layers amount to, in the order of {@link
   * CompiledNetwork#penalties}, {@code [K]} each; nothing is random.
   *
   * @param input as for {@link #forward}
   */
  public List<Tensor> penalties(Tensor input) {
    List<Tensor> values = new ArrayList<>();
    Tensor x = input.size(0) == members ? input : input.expand(members, -1, -1);
    for (Layer layer : layers) {
      if (layer instanceof PenaltyLayer penalty) {
        values.add(penalty.value(x));
      }
      x = layer.forward(x, Pass.EVALUATION);
    }
    return values;
  }

  /** Is shown what a layer says, before the next one may write over it. */
  @FunctionalInterface
  public interface Watcher {
    /**
     * A layer has said something.
     *
     * @param layer its place among the nodes that the network was built from
     * @param output {@code [K, B, F]}
     */
    void see(int layer, Tensor output);
  }

  /** The outputs of all members for rows to be evaluated, while somebody watches the layers. */
  public Tensor evaluate(Tensor input, Watcher watcher) {
    Tensor x = input.size(0) == members ? input : input.expand(members, -1, -1);
    for (int i = 0; i < layers.size(); i++) {
      x = layers.get(i).forward(x, Pass.EVALUATION);
      watcher.see(i, x);
    }
    return x;
  }

  /**
   * As {@link #backward}, but all the way: the gradient by the network's input, {@code [K, B, F]}.
   */
  public Tensor backwardToInput(Tensor gradient) {
    Tensor g = gradient;
    for (int i = layers.size() - 1; i >= 0; i--) {
      g = layers.get(i).backward(g, true);
    }
    return g;
  }

  /** Adds the gradients of all weights to the rows of the site, after a training pass. */
  public void backward(Tensor gradient) {
    Tensor g = gradient;
    for (int i = layers.size() - 1; i >= firstWithWeights; i--) {
      g = layers.get(i).backward(g, i > firstWithWeights);
    }
  }
}
