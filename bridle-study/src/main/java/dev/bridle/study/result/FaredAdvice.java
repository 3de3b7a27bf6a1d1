package dev.bridle.study.result;

import dev.bridle.study.diagnosis.Suggestion;
import java.util.List;
import java.util.Optional;

/**
 * Something that {@code diagnose} suggests, and what a study found of it.
 *
 * @param suggestion the recipe, with the strengths to try
 * @param family its names without strengths
 * @param verdict of the study's arm of that family; empty if it has none
 * @param difference of that arm to none, in the study's metric
 */
public record FaredAdvice(
    String suggestion, String family, Optional<String> verdict, Optional<Double> difference) {

  /** How each suggestion fared, the most promising first. */
  public static List<FaredAdvice> of(List<Suggestion> suggestions, StudyReport report) {
    return suggestions.stream().map(suggestion -> of(suggestion, report)).toList();
  }

  private static FaredAdvice of(Suggestion suggestion, StudyReport report) {
    Optional<ArmReport> arm =
        report.arms().stream().filter(a -> a.name().equals(suggestion.family())).findFirst();
    return new FaredAdvice(
        suggestion.recipe(),
        suggestion.family(),
        arm.map(ArmReport::verdict),
        arm.flatMap(ArmReport::versus).map(ArmReport.Versus::difference));
  }
}
