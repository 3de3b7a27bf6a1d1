package dev.bridle.study.statistics;

import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The choice of one strength per family: best mean validation metric, and among those within one
 * standard error of it the weakest.
 *
 * <p>The standard error is that of the paired difference to the best member, \( s_d / \sqrt n \):
 * replicates are shared, so what makes a split hard for all members says nothing about which of
 * them is better. With one replicate there is no standard error and only equal means tie. No
 * p-values here: this phase chooses, the next one judges. See Breiman, Friedman, Olshen and Stone,
 * Classification and Regression Trees, 1984, section 3.4.3, for the rule.
 *
 * <p>A failed run counts as the worst score in the family. Members that failed in more than 20 % of
 * their runs are chosen only where all did.
 */
public final class Selection {
  private final boolean higherIsBetter;
  private final List<Candidate> family;
  private final double worst;

  private Selection(List<Candidate> family, boolean higherIsBetter, double worst) {
    this.family = family;
    this.higherIsBetter = higherIsBetter;
    this.worst = worst;
  }

  /**
   * Chooses a member.
   *
   * <p>Of tied members with the same strength the one with the better mean is chosen, of those the
   * first in the list.
   *
   * @param family the members, at least one, all with the same number of replicates
   * @param higherIsBetter the direction of the metric
   * @return the choice; empty if every run failed
   */
  public static Optional<Selected> choose(List<Candidate> family, boolean higherIsBetter) {
    if (family.isEmpty()) {
      throw new IllegalArgumentException("family = []: expected at least one candidate");
    }
    int replicates = family.get(0).scores().size();
    for (Candidate candidate : family) {
      if (candidate.scores().size() != replicates) {
        throw new IllegalArgumentException(
            "candidate \""
                + candidate.name()
                + "\" has "
                + candidate.scores().size()
                + " replicates: expected as many as the first, "
                + replicates);
      }
    }
    OptionalDouble worst =
        WorstRank.of(family.stream().map(Candidate::scores).toList(), higherIsBetter);
    return worst.isEmpty()
        ? Optional.empty()
        : Optional.of(new Selection(family, higherIsBetter, worst.getAsDouble()).choice());
  }

  private static boolean isSteady(Candidate candidate) {
    int replicates = candidate.scores().size();
    int failed = replicates - WorstRank.finished(candidate.scores()).size();
    return !WorstRank.tooMany(failed, replicates);
  }

  private List<Candidate> eligible() {
    List<Candidate> steady = family.stream().filter(Selection::isSteady).toList();
    return steady.isEmpty() ? family : steady;
  }

  private List<Double> scores(Candidate candidate) {
    return WorstRank.fill(candidate.scores(), worst);
  }

  private Selected choice() {
    Comparator<Candidate> byGain = Comparator.comparingDouble(this::meanGain).reversed();
    List<Candidate> eligible = eligible();
    Candidate best = eligible.stream().min(byGain).orElseThrow();
    List<Candidate> tied = eligible.stream().filter(c -> ties(c, best)).toList();
    Candidate chosen =
        tied.stream()
            .min(Comparator.comparingInt(Candidate::strength).thenComparing(byGain))
            .orElseThrow();
    return new Selected(
        chosen, best, tied.stream().map(Candidate::name).toList(), isAtBorder(best));
  }

  private double meanGain(Candidate candidate) {
    double mean =
        scores(candidate).stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return higherIsBetter ? mean : -mean;
  }

  /** Whether the mean is within one standard error of the best one. */
  private boolean ties(Candidate candidate, Candidate best) {
    PairedDifferences gaps = PairedDifferences.between(scores(best), scores(candidate));
    double error = gaps.size() < 2 ? 0 : CorrectedT.paired(gaps).standardError();
    double slack = PairedDifferences.SAME * Math.abs(gaps.mean());
    return Math.abs(gaps.mean()) <= error + slack;
  }

  private boolean isAtBorder(Candidate best) {
    IntSummaryStatistics strengths =
        family.stream().mapToInt(Candidate::strength).summaryStatistics();
    return strengths.getMin() < strengths.getMax()
        && (best.strength() == strengths.getMin() || best.strength() == strengths.getMax());
  }
}
