package dev.bridle.layer;

import dev.bridle.declaration.Regularizer;

/** A regularizer that acts inside recurrent layers, between their time steps. */
public interface Internal extends Regularizer {
  /**
   * The layer with this regularizer in it.
   *
   * @param node the layer
   * @param term the place of its term in the recipe, for its strengths
   */
  RecurrentNode into(RecurrentNode node, int term);
}
