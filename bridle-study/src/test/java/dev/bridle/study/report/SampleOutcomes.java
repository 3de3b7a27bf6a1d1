package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.StudyReport.Estimate;
import java.util.List;
import java.util.Optional;

/** Arms that have no verdict of their own. */
final class SampleOutcomes {
  private SampleOutcomes() {}

  /** An arm as an exploratory study has it: scores without a verdict. */
  static ArmReport unjudged(ArmReport a) {
    return new ArmReport(
        a.family(),
        a.name(),
        a.chosen(),
        a.isBaseline() ? "baseline" : "undecided",
        a.score().map(s -> new Estimate(s.mean(), Optional.empty(), Optional.empty())),
        a.trainScore(),
        a.validationScore(),
        a.gap(),
        a.logLoss(),
        a.calibrationError(),
        Optional.empty(),
        "",
        a.scores(),
        a.differences(),
        a.strengths(),
        a.curves(),
        a.reliability(),
        a.trials(),
        a.failed(),
        a.zeroFraction(),
        a.weightNorm(),
        a.seconds());
  }

  /** An arm of which nothing is left. */
  static ArmReport failed(String recipe, String verdict) {
    return new ArmReport(
        recipe,
        recipe,
        recipe,
        verdict,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(Optional.empty(), Optional.empty()),
        List.of(Optional.empty(), Optional.empty()),
        List.of(),
        Optional.empty(),
        List.of(),
        15,
        15,
        Optional.empty(),
        Optional.empty(),
        1.5);
  }
}
