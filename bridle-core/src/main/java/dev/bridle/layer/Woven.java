package dev.bridle.layer;

import dev.bridle.declaration.Regularizer;

/** A regularizer that is a layer of its own, woven into the network where its place says. */
public interface Woven extends Regularizer {
  /** Where beside a layer it goes. */
  enum Position {
    /** Before the first layer. */
    INPUT,
    /** Between a layer's product and its activation. */
    BEFORE_ACTIVATION,
    /** Behind a layer's activation. */
    AFTER_ACTIVATION,
    /** At the end of a residual branch, before the sum. */
    BRANCH
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
}
