package dev.bridle.study.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What stands for a failed run: the worst score of any run beside it, over all replicates.
 *
 * <p>A run that diverged has no number, and leaving it out would reward diverging where it is hard.
 * The worst score of its own replicate would be too kind: with two arms it is the other's, a tie.
 */
final class WorstRank {
  private static final int FAILURES_PER_REPLICATES = 5;

  private WorstRank() {}

  /** The worst finite score of all, empty if there is none. */
  static OptionalDouble of(Collection<List<Double>> scores, boolean higherIsBetter) {
    var finite =
        scores.stream()
            .flatMap(List::stream)
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite);
    return higherIsBetter ? finite.min() : finite.max();
  }

  /** The scores with {@code worst} in place of each failure. */
  static List<Double> fill(List<Double> scores, double worst) {
    return scores.stream().map(score -> Double.isFinite(score) ? score : worst).toList();
  }

  /** The scores of the runs that did not fail. */
  static List<Double> finished(List<Double> scores) {
    return scores.stream().filter(Double::isFinite).toList();
  }

  /** The scores of the replicates in which {@code others} finished too. */
  static List<Double> finishedBeside(List<Double> others, List<Double> scores) {
    List<Double> finished = new ArrayList<>();
    for (int r = 0; r < scores.size(); r++) {
      if (Double.isFinite(others.get(r)) && Double.isFinite(scores.get(r))) {
        finished.add(scores.get(r));
      }
    }
    return finished;
  }

  /** Whether more than 20 % of the runs failed. */
  static boolean tooMany(int failed, int replicates) {
    return FAILURES_PER_REPLICATES * failed > replicates;
  }
}
