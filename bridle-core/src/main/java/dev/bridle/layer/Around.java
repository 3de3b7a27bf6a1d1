package dev.bridle.layer;

import dev.bridle.declaration.Regularizer;

/** A regularizer that takes the place of a dense layer with one of its own built around it. */
public interface Around extends Regularizer {
  /**
   * The layer to run instead.
   *
   * @param dense what the network asks for
   * @param spot where it stands
   */
  Node around(DenseNode dense, Woven.Spot spot);

  /** Whether something may be woven in between the layer and its activation. */
  default boolean allowsBeforeActivation() {
    return true;
  }
}
