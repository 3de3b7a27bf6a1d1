package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Strength;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Data;
import dev.bridle.study.result.StudyReport.Recommendation;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Studies with other texts in them. */
final class Renamed {
  private Renamed() {}

  /** The study with every text in it replaced. */
  static StudyReport of(StudyReport study, UnaryOperator<String> name) {
    Data d = study.data();
    return new StudyReport(
        new Data(
            name.apply(d.name()),
            d.rows(),
            d.features(),
            d.task(),
            d.classes(),
            name.apply(d.target()),
            d.trainRows(),
            d.stopRows(),
            d.scoreRows(),
            d.testRows()),
        name.apply(study.network()),
        study.protocol(),
        study.arms().stream().map(arm -> of(arm, name)).toList(),
        study.recommended().map(r -> of(r, name)),
        name.apply(study.sentence()),
        study.notes().stream().map(name).toList(),
        study.seconds(),
        name.apply(study.planHash()),
        Map.of(name.apply("Bridle"), name.apply("0.1.0")));
  }

  private static Recommendation of(Recommendation r, UnaryOperator<String> name) {
    return new Recommendation(
        name.apply(r.recipe()),
        name.apply(r.reason()),
        r.model().map(name),
        r.test(),
        r.baselineTest(),
        r.testsOpened());
  }

  static ArmReport of(ArmReport a, UnaryOperator<String> name) {
    return new ArmReport(
        name.apply(a.family()),
        name.apply(a.name()),
        name.apply(a.chosen()),
        a.verdict(),
        a.score(),
        a.trainScore(),
        a.validationScore(),
        a.gap(),
        a.logLoss(),
        a.calibrationError(),
        a.versus(),
        a.outlook().isEmpty() ? "" : name.apply(a.outlook()),
        a.scores(),
        a.differences(),
        a.strengths().stream()
            .map(
                s ->
                    new Strength(
                        name.apply(s.recipe()),
                        s.strength(),
                        s.mean(),
                        s.low(),
                        s.high(),
                        s.train(),
                        s.chosen()))
            .toList(),
        a.curves(),
        a.reliability(),
        a.trials(),
        a.failed(),
        a.zeroFraction(),
        a.weightNorm(),
        a.seconds());
  }
}
