package dev.bridle.study.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From statistics to recipes. Each rule looks at its own part of the data and says how much speaks
 * for it; where two speak for the same recipe, the stronger stands and the other's reason is added.
 */
final class Suggestions {
  /** Inputs are called sparse from this share of zeros on. */
  static final double SPARSE = 0.6;

  /** Classes are called unbalanced from this ratio on. */
  static final double UNBALANCED = 3;

  /** Labels are called noisy from this share of all on. */
  static final double NOISY = 0.05;

  /** What speaks no louder than this is said only where nothing else is. */
  static final double USUAL = 0.3;

  private Suggestions() {}

  /** What the statistics speak for, the most first; nothing for data without inputs. */
  static List<Suggestion> of(Evidence evidence) {
    if (evidence.overview().features() == 0) {
      return List.of();
    }
    List<Suggestion> found = new ArrayList<>(InputRules.of(evidence));
    found.addAll(TargetRules.of(evidence));
    found.addAll(SizeRules.of(evidence));
    found.sort(Comparator.comparingDouble(suggestion -> -suggestion.strength()));
    Map<String, Suggestion> merged = new LinkedHashMap<>();
    for (Suggestion next : found) {
      merged.merge(next.recipe(), next, Suggestions::both);
    }
    return List.copyOf(merged.values());
  }

  private static Suggestion both(Suggestion first, Suggestion second) {
    boolean usual = second.strength() <= USUAL;
    return usual
        ? first
        : new Suggestion(
            first.recipe(),
            first.reason() + ". Also: " + second.reason(),
            first.source() + "; " + second.source(),
            first.strength());
  }
}
