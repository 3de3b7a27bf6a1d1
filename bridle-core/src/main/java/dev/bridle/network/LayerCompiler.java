package dev.bridle.network;

import dev.bridle.architecture.Activation;
import dev.bridle.architecture.LayerSpec;
import dev.bridle.layer.ActivationNode;
import dev.bridle.layer.CellKind;
import dev.bridle.layer.ConvolutionNode;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.EmbeddingNode;
import dev.bridle.layer.FlattenNode;
import dev.bridle.layer.Node;
import dev.bridle.layer.PoolNode;
import dev.bridle.layer.RecurrentNode;
import dev.bridle.layer.ResidualNode;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Woven;
import dev.bridle.population.Initial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns layers as written into nodes, each made for the shape that comes in. */
final class LayerCompiler {
  private final Weaver weaver;
  private final Initial initial;
  private boolean idsBefore; // whether the series at hand still has the padding of an embedding

  LayerCompiler(Weaver weaver, Initial initial) {
    this.weaver = weaver;
    this.initial = initial;
  }

  /**
   * The nodes of layers one behind the other.
   *
   * @param prefix of their names: {@code residual1/}, or nothing
   * @param input the shape that comes in
   */
  List<Node> layers(String prefix, List<LayerSpec> layers, Shape input) {
    List<Node> nodes = new ArrayList<>();
    Map<String, Integer> count = new HashMap<>();
    Shape shape = input;
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      String name = prefix + layer.kind() + count.merge(layer.kind(), 1, Integer::sum);
      if (layer instanceof LayerSpec.Embedding && (i > 0 || !prefix.isEmpty())) {
        throw new IllegalArgumentException(
            name + ": expected to be the first layer, since it reads ids");
      }
      nodes.addAll(layer(name, layer, shape));
      shape = nodes.get(nodes.size() - 1).shape();
    }
    return nodes;
  }

  private List<Node> layer(String name, LayerSpec layer, Shape input) {
    List<Node> nodes = new ArrayList<>();
    Activation activation = activation(layer);
    nodes.add(weaver.around(node(name, layer, input), activation));
    idsBefore = keepsPadding(layer);
    Shape shape = nodes.get(0).shape();
    nodes.addAll(weaver.at(name, activation, Woven.Position.BEFORE_ACTIVATION, shape));
    if (activation != Activation.LINEAR) {
      nodes.add(new ActivationNode(name + "/" + activation, activation, shape));
    }
    nodes.addAll(weaver.at(name, activation, Woven.Position.ON_ACTIVATION, shape));
    nodes.addAll(weaver.at(name, activation, Woven.Position.AFTER_ACTIVATION, shape));
    return nodes;
  }

  private boolean keepsPadding(LayerSpec layer) {
    return layer instanceof LayerSpec.Embedding
        || (idsBefore && layer instanceof LayerSpec.Recurrent recurrent && recurrent.sequence());
  }

  private static Activation activation(LayerSpec layer) {
    if (layer instanceof LayerSpec.Dense dense) {
      return dense.activation();
    }
    if (layer instanceof LayerSpec.Convolution convolution) {
      return convolution.activation();
    }
    return layer instanceof LayerSpec.Residual residual ? residual.activation() : Activation.LINEAR;
  }

  private Node node(String name, LayerSpec layer, Shape input) {
    if (layer instanceof LayerSpec.Dense dense) {
      return new DenseNode(name, input.size(), dense.units(), initial);
    }
    if (layer instanceof LayerSpec.Convolution conv) {
      return new ConvolutionNode(
          name,
          input,
          conv.filters(),
          conv.size(),
          conv.stride(),
          conv.padding(),
          conv.groups(),
          initial);
    }
    if (layer instanceof LayerSpec.Pool pool) {
      return PoolNode.sliding(name, input, kind(pool.mean()), pool.size(), pool.stride());
    }
    if (layer instanceof LayerSpec.GlobalPool pool) {
      return PoolNode.global(name, input, kind(pool.mean()));
    }
    if (layer instanceof LayerSpec.Recurrent recurrent) {
      return weaver.inside(recurrent(name, recurrent, input));
    }
    if (layer instanceof LayerSpec.Embedding embedding) {
      return new EmbeddingNode(name, input, embedding.vocabulary(), embedding.size());
    }
    if (layer instanceof LayerSpec.Residual residual) {
      List<Node> branch = layers(name + "/", residual.layers(), input);
      Shape end = branch.get(branch.size() - 1).shape();
      branch.addAll(weaver.at(name, Activation.LINEAR, Woven.Position.BRANCH, end));
      return new ResidualNode(name, input, branch);
    }
    return FlattenNode.of(name, input); // the last kind that there is
  }

  private RecurrentNode recurrent(String name, LayerSpec.Recurrent layer, Shape input) {
    return RecurrentNode.of(
        name,
        CellKind.of(layer.kind()),
        input,
        layer.units(),
        layer.bidirectional(),
        layer.sequence(),
        layer.masked() || idsBefore);
  }

  private static PoolNode.Kind kind(boolean mean) {
    return mean ? PoolNode.Kind.MEAN : PoolNode.Kind.MAXIMUM;
  }
}
