package dev.bridle.study.report;

import java.util.List;

/**
 * A verdict as it is shown: a word and a mark, so that nothing hangs on colour alone.
 *
 * @param verdict the word of the data, {@code no-practical-difference}
 * @param text the words to read
 * @param mark one character before them
 */
record Badge(String verdict, String text, String mark) {
  private static final List<Badge> KNOWN =
      List.of(
          new Badge("better", "better", "▲"),
          new Badge("negligible", "real but negligible", "≈"),
          new Badge("no-practical-difference", "no practical difference", "="),
          new Badge("baseline", "baseline", "◆"),
          new Badge("undecided", "undecided", "○"),
          new Badge("worse", "worse", "▼"),
          new Badge("failed", "failed", "✕"));

  /** The badge of a verdict; one that is not known is shown as it is. */
  static Badge of(String verdict) {
    return KNOWN.stream()
        .filter(badge -> badge.verdict.equals(verdict))
        .findFirst()
        .orElseGet(() -> new Badge("other", verdict, "·"));
  }

  /** All verdicts, from the best to the worst. */
  static List<Badge> known() {
    return KNOWN;
  }

  /** Where it goes when a table is sorted by verdict: 0 is the best. */
  int rank() {
    int rank = KNOWN.indexOf(this);
    return rank < 0 ? KNOWN.size() : rank;
  }
}
