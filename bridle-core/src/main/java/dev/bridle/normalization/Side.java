package dev.bridle.normalization;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Settings;
import dev.bridle.layer.Woven.Position;

/** On which side of the activation a normalisation stands, as a word of its recipe. */
final class Side {
  private static final String BEFORE = "before-activation";

  /** The word: before the activation unless said otherwise. */
  static final Choice CHOICE =
      Choice.of(
          "position", "on which side of the activation it stands", BEFORE, "after-activation");

  private Side() {}

  /** What a recipe says. */
  static Position of(Settings settings) {
    return settings.word(CHOICE.name()).equals(BEFORE)
        ? Position.BEFORE_ACTIVATION
        : Position.AFTER_ACTIVATION;
  }
}
