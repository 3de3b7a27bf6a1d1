package dev.bridle.study.statistics;

import java.util.List;

/**
 * One member of a family's grid, as the first phase sees it.
 *
 * @param name the recipe with its strength: {@code l2(1e-4)}
 * @param strength its place among the family's strengths, 0 for the weakest; members with the same
 *     strength (and, say, different learning rates) share a place
 * @param scores the validation metric of each replicate; a number that is not finite is a run that
 *     failed
 */
public record Candidate(String name, int strength, List<Double> scores) {
  /** Copies the scores and checks the place. */
  public Candidate {
    scores = List.copyOf(scores);
    Require.atLeast("strength of " + name, strength, 0);
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("scores of " + name + " = []: expected at least one");
    }
  }
}
