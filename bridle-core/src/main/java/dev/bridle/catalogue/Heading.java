package dev.bridle.catalogue;

import dev.bridle.declaration.Kind;

/**
 * What entries of one kind are called in documentation.
 *
 * @param name the plural: {@code penalties}
 * @param moment what they are, and when they act, in a few words
 */
public record Heading(String name, String moment) {
  /** How a kind is headed. */
  public static Heading of(Kind kind) {
    return switch (kind) {
      case BATCH -> new Heading("batches", "changes of a batch before it goes in");
      case NOISE ->
          new Heading(
              "noise", "added to inputs, activations, weights or gradients, while training");
      case DROPOUT -> new Heading("dropout", "random masks, while training only");
      case NORMALIZATION -> new Heading("normalisation", "layers that standardise activations");
      case PENALTY -> new Heading("penalties", "terms added to the loss");
      case GRADIENT ->
          new Heading(
              "gradients", "changes of the gradient of loss and penalties before the update");
      case DECAY -> new Heading("decay", "a shrinkage that is part of the update, not of the loss");
      case UPDATE_RULE ->
          new Heading("update rules", "turn gradients into weights; they belong into the plan");
      case CONSTRAINT -> new Heading("constraints", "sets that weights are put back into");
      case AVERAGING -> new Heading("averaging", "means of the weights over the updates");
      case STOPPING -> new Heading("stopping", "rules that end a training");
    };
  }
}
