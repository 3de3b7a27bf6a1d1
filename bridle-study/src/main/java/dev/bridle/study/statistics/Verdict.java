package dev.bridle.study.statistics;

import java.util.Arrays;

/** What may be said of an arm beside the baseline. */
public enum Verdict {
  /** The difference is significant, large enough to matter, and a gain. */
  BETTER("better"),
  /** The difference is significant, large enough to matter, and a loss. */
  WORSE("worse"),
  /** The difference is smaller than what matters; whether there is one is open. */
  NO_PRACTICAL_DIFFERENCE("no-practical-difference"),
  /** The difference is significant, and smaller than what matters. */
  NEGLIGIBLE("negligible"),
  /** The replicates do not suffice to say any of these. */
  UNDECIDED("undecided"),
  /** The arm is what the others are compared with. */
  BASELINE("baseline"),
  /** Too many of the arm's runs failed; see {@link Failures}. */
  FAILED("failed");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /**
   * The verdict with this word.
   *
   * @throws IllegalArgumentException if there is none, with the words there are
   */
  public static Verdict of(String word) {
    return Arrays.stream(values())
        .filter(verdict -> verdict.word.equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(word));
  }

  private static IllegalArgumentException unknown(String word) {
    return Words.unknown("verdict", word, Arrays.stream(values()).map(Verdict::word).toList());
  }

  /** The word in tables and JSON: {@code no-practical-difference}. */
  public String word() {
    return word;
  }
}
