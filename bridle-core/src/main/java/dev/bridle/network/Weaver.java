package dev.bridle.network;

import dev.bridle.architecture.Architecture;
import dev.bridle.catalogue.Catalogue;
import dev.bridle.declaration.Regularizer;
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
      if (made instanceof Woven || made instanceof Internal) {
        Places.activations(term, architecture);
      }
    }
  }

  List<Node> atInput(Shape shape) {
    return woven(Places.INPUT, Woven.Position.INPUT, shape);
  }

  List<Node> at(String layer, Woven.Position position, Shape shape) {
    return woven(layer, position, shape);
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

  private List<Node> woven(String at, Woven.Position position, Shape shape) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < recipe.terms().size(); i++) {
      Term term = recipe.terms().get(i);
      if (Catalogue.make(term) instanceof Woven woven
          && Places.activations(term, architecture).contains(at)
          && (position == Woven.Position.INPUT || woven.position() == position)) {
        nodes.add(woven.node(at + "/" + term.name(), shape, i));
      }
    }
    return nodes;
  }
}
