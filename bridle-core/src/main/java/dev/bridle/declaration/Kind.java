package dev.bridle.declaration;

/** What a thing that a user can write by name is, in the order in which a step meets them. */
public enum Kind {
  /** Changes of a batch before it goes in: of its inputs, its targets or both. */
  BATCH,
  /** Noise on inputs, activations, weights or gradients. */
  NOISE,
  /** Masks on activations or weights. */
  DROPOUT,
  /** Layers that standardise activations. */
  NORMALIZATION,
  /** Terms added to the loss. */
  PENALTY,
  /** What is done to the gradient of loss and penalties before the update. */
  GRADIENT,
  /** A shrinkage of the weights that is part of the update, not of the loss. */
  DECAY,
  /** The rule that turns gradients into new weights. */
  UPDATE_RULE,
  /** Sets that weights are projected onto after the update. */
  CONSTRAINT,
  /** Averages of the weights over the updates. */
  AVERAGING,
  /** Rules that end a training. */
  STOPPING
}
