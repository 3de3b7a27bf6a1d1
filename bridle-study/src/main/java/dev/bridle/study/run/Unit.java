package dev.bridle.study.run;

import dev.bridle.tensor.Key;

/**
 * One training that a study asks for.
 *
 * @param phase which phase asks for it
 * @param recipe canonical text of a recipe with one number for each parameter
 * @param replicate which replicate of the phase, counted from 0
 */
public record Unit(Phase phase, String recipe, int replicate) {
  /** The phases of a study. */
  public enum Phase {
    /** Chooses a strength for each family. */
    SELECT,
    /** Compares the chosen ones on fresh replicates. */
    CONFIRM
  }

  /** The key of its replicate: the replicates of the two phases are different ones. */
  public Key key(long seed) {
    return key(seed, phase, replicate);
  }

  /** The key of a replicate of a phase. */
  public static Key key(long seed, Phase phase, int replicate) {
    return Key.of(seed).at(phase.name()).at(replicate);
  }
}
