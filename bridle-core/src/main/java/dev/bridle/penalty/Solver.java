package dev.bridle.penalty;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Settings;

/** How a penalty with a kink at 0 is minimised. */
public enum Solver {
  /**
   * A soft threshold after each update: exact zeros, and the same minimum under every update rule.
   */
  PROXIMAL,
  /** The gradient, with 0 at the kink: weights hover around 0 and never reach it. */
  SUBGRADIENT;

  /** What a recipe may say. */
  static final Choice CHOICE =
      Choice.of("solver", "how the kink at zero is met", "proximal", "subgradient");

  static Solver of(Settings settings) {
    return settings.word("solver").equals("proximal") ? PROXIMAL : SUBGRADIENT;
  }
}
