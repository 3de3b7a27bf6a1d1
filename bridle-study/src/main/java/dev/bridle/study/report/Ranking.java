package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.StudyReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The arms of a study, the best score first, those without a score last.
 *
 * @param arms all of them
 * @param baseline what the others are compared with
 * @param recommended the arm whose recipe is recommended
 */
record Ranking(
    List<ArmReport> arms, Optional<ArmReport> baseline, Optional<ArmReport> recommended) {

  /** Ranks the arms of a study; equal ones stay in the order of the line-up. */
  static Ranking of(StudyReport study) {
    double sign = study.protocol().higherIsBetter() ? -1 : 1;
    Comparator<ArmReport> byScore =
        Comparator.comparingDouble(
            arm -> arm.score().map(s -> sign * s.mean()).orElse(Double.POSITIVE_INFINITY));
    return new Ranking(
        study.arms().stream().sorted(byScore).toList(),
        study.arms().stream().filter(ArmReport::isBaseline).findFirst(),
        study
            .recommended()
            .flatMap(
                r -> study.arms().stream().filter(a -> a.chosen().equals(r.recipe())).findFirst()));
  }

  /** All arms but the baseline. */
  List<ArmReport> others() {
    return arms.stream().filter(arm -> !arm.isBaseline()).toList();
  }

  /** Whether this is the recommended arm. */
  boolean isRecommended(ArmReport arm) {
    return recommended.filter(arm::equals).isPresent();
  }

  /**
   * What to show beside the baseline: the recommended arm, or the best other one where the baseline
   * itself is recommended or nothing is.
   */
  Optional<ArmReport> rival() {
    return recommended.filter(arm -> !arm.isBaseline()).or(() -> others().stream().findFirst());
  }

  /** The baseline's name inside a sentence. */
  String baselineName() {
    return baseline.map(ArmReport::chosen).filter("none"::equals).orElse("the baseline");
  }
}
