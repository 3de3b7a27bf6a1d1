package dev.bridle.study.statistics;

import java.util.Optional;

/**
 * What a study says about one arm.
 *
 * @param arm the arm's name
 * @param verdict the word
 * @param score the mean score of the runs that finished, with its 95 % interval; empty if none did
 * @param contrast the comparison with the baseline; empty for the baseline itself, and where this
 *     arm or the baseline failed in every replicate
 * @param failures the runs that failed
 * @param outlook what it would take to decide, if the verdict is {@link Verdict#UNDECIDED}
 */
public record Judgement(
    String arm,
    Verdict verdict,
    Optional<MeanInterval> score,
    Optional<Contrast> contrast,
    Failures failures,
    Outlook outlook) {

  /** Whether so few runs failed that the arm can be recommended at all. */
  public boolean isRecommendable() {
    return !failures.tooMany();
  }
}
