package dev.bridle.layer;

import dev.bridle.architecture.Activation;
import dev.bridle.declaration.Regularizer;

/** A regularizer that is a layer of its own, woven into the network where its place says. */
public interface Woven extends Regularizer {
  /** Where beside a layer it goes. */
  enum Position {
    /** Before the first layer. */
    INPUT,
    /** Between a layer's product and its activation. */
    BEFORE_ACTIVATION,
    /** On a layer's activation itself, before anything else that stands behind it. */
    ON_ACTIVATION,
    /** Behind a layer's activation. */
    AFTER_ACTIVATION,
    /** At the end of a residual branch, before the sum. */
    BRANCH
  }

  /**
   * Where in a network it goes.
   *
   * @param layer the layer it stands beside, or {@code input}
   * @param activation of that layer; linear at the input and where there is none
   * @param name under which it is reported: {@code dense1/dropout}
   * @param shape of a row there
   * @param term the place of its term in the recipe, for its strengths
   */
  record Spot(String layer, Activation activation, String name, Shape shape, int term) {
    /** The same where rows are numbers without an order. */
    public Spot(String layer, Activation activation, String name, int features, int term) {
      this(layer, activation, name, Shape.of(features), term);
    }

    /** How many numbers a row has there. */
    public int features() {
      return shape.size();
    }
  }

  /**
   * Where it goes beside a layer of the network; at the network's input it always stands before.
   */
  Position position();

  /**
   * The layer to weave in.
   *
   * @param name under which it is reported: {@code dense1/dropout}
   * @param shape of a row there
   * @param term the place of its term in the recipe, for its strengths
   */
  Node node(String name, Shape shape, int term);

  /** The same where rows are numbers without an order. */
  default Node node(String name, int features, int term) {
    return node(name, Shape.of(features), term);
  }

  /** The same, for those that want to know the layer they stand beside. */
  default Node node(Spot spot) {
    return node(spot.name(), spot.shape(), spot.term());
  }
}
