package dev.bridle.declaration;

/** What a thing that a user can write by name is, in the order in which a step meets them. */
public enum Kind {
  /** Noise on the batch or on activations. */
  NOISE,
  /** Masks on activations or weights. */
  DROPOUT,
  /** Layers that standardise activations. */
  NORMALIZATION,
  /** Terms added to the loss. */
  PENALTY,
  /** Bounds on the gradient of loss and penalties. */
  CLIPPING,
  /** A shrinkage of the weights that is part of the update, not of the loss. */
  DECAY,
  /** The rule that turns gradients into new weights. */
  UPDATE_RULE,
  /** Sets that weights are projected onto after the update. */
  CONSTRAINT,
  /** Rules that end a training. */
  STOPPING
}
