package dev.bridle.study.store;

import dev.bridle.train.Outcome;
import java.util.Optional;

/** How a training ended, as a word and two numbers. */
final class Outcomes {
  private static final String COMPLETED = "completed";
  private static final String STOPPED = "stopped";
  private static final String DIVERGED = "diverged";

  private Outcomes() {}

  static String name(Outcome outcome) {
    if (outcome instanceof Outcome.Completed) {
      return COMPLETED;
    }
    return outcome instanceof Outcome.Stopped ? STOPPED : DIVERGED;
  }

  static Optional<Integer> bestEpoch(Outcome outcome) {
    return outcome instanceof Outcome.Stopped stopped
        ? Optional.of(stopped.bestEpoch())
        : Optional.empty();
  }

  static Outcome of(String name, int updates, Optional<Integer> bestEpoch) {
    return switch (name) {
      case COMPLETED -> new Outcome.Completed(updates);
      case STOPPED -> new Outcome.Stopped(updates, bestEpoch.orElse(0));
      case DIVERGED -> new Outcome.Diverged(updates);
      default -> throw new Damage("an outcome \"" + name + "\"");
    };
  }
}
