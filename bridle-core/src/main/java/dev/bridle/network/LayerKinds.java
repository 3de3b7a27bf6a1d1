package dev.bridle.network;

import dev.bridle.architecture.Architecture;
import dev.bridle.architecture.Architecture.Named;
import dev.bridle.architecture.LayerSpec;
import dev.bridle.catalogue.Catalogue;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Regularizer;
import dev.bridle.layer.Around;
import dev.bridle.layer.Internal;
import dev.bridle.layer.Woven;
import dev.bridle.penalty.ActivityPenalty;
import dev.bridle.recipe.Place;
import dev.bridle.recipe.Term;

/**
 * Places that name a kind of layer: {@code dense, conv, recurrent, embedding, residual}; and what
 * {@code hidden} means for regularizers of activations, since what helps behind a dense layer may
 * harm behind a small convolution.
 */
final class LayerKinds {
  private LayerKinds() {}

  /**
   * Whether a regularizer of activations may stand at a layer. Terms of the loss are not taken into
   * branches, where nobody would see what they amount to.
   */
  static boolean fits(Term term, Named named) {
    Regularizer made = Catalogue.make(term);
    boolean inBranch = named.name().contains("/");
    if (made instanceof Around) {
      return named.layer() instanceof LayerSpec.Dense && !inBranch;
    }
    return !(made instanceof ActivityPenalty && inBranch) && fits(term, named.layer());
  }

  private static boolean fits(Term term, LayerSpec layer) {
    if (isInternal(term)) {
      return layer instanceof LayerSpec.Recurrent;
    }
    return !isAtBranch(term) || layer instanceof LayerSpec.Residual;
  }

  private static boolean isInternal(Term term) {
    return Catalogue.make(term) instanceof Internal;
  }

  private static boolean isAtBranch(Term term) {
    return Catalogue.make(term) instanceof Woven woven && woven.position() == Woven.Position.BRANCH;
  }

  /** Whether the place of a term names this hidden layer, for what acts on activations. */
  static boolean matches(Term term, Named named) {
    return switch (term.place()) {
      case "all" -> named.layer().hasWeights();
      case "hidden" -> isHiddenFor(term, named.layer());
      default ->
          isKind(term.place(), named.layer()) || Place.globMatches(term.place(), named.name());
    };
  }

  /** Dropout and noise stand behind dense layers; normalisation behind convolutions too. */
  private static boolean isHiddenFor(Term term, LayerSpec layer) {
    if (isInternal(term) || isAtBranch(term)) {
      return fits(term, layer);
    }
    Kind kind = term.declaration().kind();
    if (kind == Kind.DROPOUT || kind == Kind.NOISE) {
      return layer instanceof LayerSpec.Dense;
    }
    boolean slides = layer instanceof LayerSpec.Dense || layer instanceof LayerSpec.Convolution;
    return kind == Kind.NORMALIZATION ? slides : layer.hasWeights();
  }

  /** Whether a place names the layer that a weight belongs to, {@code lstm1/input} to lstm1. */
  static boolean matches(String place, String weightLayer, Architecture architecture) {
    return Place.globMatches(place, weightLayer)
        || architecture.named().stream()
            .filter(n -> weightLayer.equals(n.name()) || weightLayer.startsWith(n.name() + "/"))
            .anyMatch(n -> isKind(place, n.layer()) || Place.globMatches(place, n.name()));
  }

  private static boolean isKind(String place, LayerSpec layer) {
    return switch (place) {
      case "dense" -> layer instanceof LayerSpec.Dense;
      case "conv" -> layer instanceof LayerSpec.Convolution;
      case "recurrent" -> layer instanceof LayerSpec.Recurrent;
      case "embedding" -> layer instanceof LayerSpec.Embedding;
      case "residual" -> layer instanceof LayerSpec.Residual;
      default -> false;
    };
  }
}
