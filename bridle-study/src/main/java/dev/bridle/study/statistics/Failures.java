package dev.bridle.study.statistics;

import java.util.Optional;

/**
 * The runs of an arm that failed, and what the comparison would be without them.
 *
 * <p>In the comparison itself a failed run has the worst score that any run of the study has, so a
 * recipe gains nothing by diverging. Above 20 % of the replicates the arm cannot be recommended.
 *
 * @param failed how many runs have no finite score
 * @param replicates how many runs there are
 * @param differenceWithout the difference to the baseline over the replicates in which both
 *     finished, with its interval: the sensitivity line; empty if neither failed, or if there is no
 *     such replicate
 */
public record Failures(int failed, int replicates, Optional<MeanInterval> differenceWithout) {
  /** The share of runs that failed. */
  public double rate() {
    return (double) failed / replicates;
  }

  /** Whether more than 20 % failed. */
  public boolean tooMany() {
    return WorstRank.tooMany(failed, replicates);
  }
}
