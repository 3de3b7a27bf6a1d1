package dev.bridle.study.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * A contestant's scores: one per replicate, in the order all arms of the study share.
 *
 * @param name what it is called
 * @param scores the metric of each replicate; a number that is not finite is a run that failed
 */
public record Arm(String name, List<Double> scores) {
  /** Copies the scores, of which there must be at least one. */
  public Arm {
    scores = List.copyOf(scores);
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("scores of " + name + " = []: expected at least one");
    }
  }

  /** An arm with these scores. */
  public static Arm of(String name, double... scores) {
    List<Double> list = new ArrayList<>(scores.length);
    for (double score : scores) {
      list.add(score);
    }
    return new Arm(name, list);
  }
}
