package dev.bridle.network;

import dev.bridle.architecture.Activation;
import dev.bridle.architecture.Architecture;
import dev.bridle.catalogue.Catalogue;
import dev.bridle.declaration.Regularizer;
import dev.bridle.layer.Around;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.Internal;
import dev.bridle.layer.Node;
import dev.bridle.layer.RecurrentNode;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Woven;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import java.util.ArrayList;
import java.util.List;

/** What the recipe weaves into the network, by place. */
record Weaver(Architecture architecture, Recipe recipe) {
  /**
   * Refuses what stands nowhere in the network.
   *
   * @throws IllegalArgumentException if there is such a term
   */
  void requirePlaces() {
    for (Term term : recipe.terms()) {
      Regularizer made = Catalogue.make(term);
      if (made instanceof Woven || made instanceof Internal || made instanceof Around) {
        Places.activations(term, architecture);
      }
    }
  }

  List<Node> atInput(Shape shape) {
    return at(Places.INPUT, Activation.LINEAR, Woven.Position.INPUT, shape);
  }

  List<Node> at(String layer, Activation activation, Woven.Position position, Shape shape) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < recipe.terms().size(); i++) {
      Term term = recipe.terms().get(i);
      if (Catalogue.make(term) instanceof Woven woven
          && Places.activations(term, architecture).contains(layer)
          && (position == Woven.Position.INPUT || woven.position() == position)) {
        String name = layer + "/" + term.name();
        nodes.add(woven.node(new Woven.Spot(layer, activation, name, shape, i)));
      }
    }
    return nodes;
  }

  /** The layer itself, or what the recipe builds around it. */
  Node around(Node layer, Activation activation) {
    Node node = layer;
    for (int i = 0; i < recipe.terms().size(); i++) {
      Term term = recipe.terms().get(i);
      if (layer instanceof DenseNode dense
          && Catalogue.make(term) instanceof Around around
          && Places.activations(term, architecture).contains(dense.name())) {
        requireAlone(term, around, node, dense, activation);
        String name = dense.name() + "/" + term.name();
        node =
            around.around(dense, new Woven.Spot(dense.name(), activation, name, dense.shape(), i));
      }
    }
    return node;
  }

  private void requireAlone(
      Term term, Around around, Node node, DenseNode dense, Activation activation) {
    boolean between =
        !at(dense.name(), activation, Woven.Position.BEFORE_ACTIVATION, dense.shape()).isEmpty();
    if (node != dense || (between && !around.allowsBeforeActivation())) {
      throw new IllegalArgumentException(
          term.name()
              + " on "
              + dense.name()
              + ": expected no other regularizer that changes what the layer computes before its"
              + " activation; take one of them away, or give them different places");
    }
  }

  /** A recurrent layer with what the recipe puts inside. */
  RecurrentNode inside(RecurrentNode node) {
    RecurrentNode with = node;
    for (int i = 0; i < recipe.terms().size(); i++) {
      Term term = recipe.terms().get(i);
      if (Catalogue.make(term) instanceof Internal internal
          && Places.activations(term, architecture).contains(node.name())) {
        with = internal.into(with, i);
      }
    }
    return with;
  }
}
