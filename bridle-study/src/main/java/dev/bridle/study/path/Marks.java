package dev.bridle.study.path;

import dev.bridle.study.statistics.Candidate;
import dev.bridle.study.statistics.Selected;
import dev.bridle.study.statistics.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The strengths worth a name, by their places in the path.
 *
 * <p>{@link Selection} decides what ties with the best: a paired difference of at most one standard
 * error. Of those a study takes the weakest, which changes the network least; a path marks the
 * strongest as the one-standard-error choice, the simplest network that is about as good (Breiman
 * et al. 1984, section 3.4.3; Hastie, Tibshirani and Friedman, The Elements of Statistical
 * Learning, section 7.10).
 *
 * @param best with the best mean validation score
 * @param strongest the one-standard-error choice
 * @param weakest what {@code bridle compare} would take
 * @param atBorder whether the best is the first or the last strength, so that the path should be
 *     longer
 */
public record Marks(int best, int strongest, int weakest, boolean atBorder) {

  /** The marks of a path, the weakest strength first; empty if every training diverged. */
  static Optional<Marks> of(List<PathPoint> points, boolean higherIsBetter) {
    Optional<Selected> weak = Selection.choose(candidates(points, false), higherIsBetter);
    Optional<Selected> strong = Selection.choose(candidates(points, true), higherIsBetter);
    if (weak.isEmpty() || strong.isEmpty()) {
      return Optional.empty();
    }
    int best = weak.get().best().strength();
    int last = points.size() - 1;
    return Optional.of(
        new Marks(
            best,
            last - strong.get().chosen().strength(),
            weak.get().chosen().strength(),
            weak.get().atBorder()));
  }

  /** The points as a family; turned around, its weakest member is the strongest. */
  private static List<Candidate> candidates(List<PathPoint> points, boolean turned) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      int place = turned ? points.size() - 1 - i : i;
      candidates.add(new Candidate(points.get(i).recipe(), place, points.get(i).scores()));
    }
    return candidates;
  }
}
