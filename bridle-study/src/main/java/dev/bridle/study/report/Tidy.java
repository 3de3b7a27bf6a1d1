package dev.bridle.study.report;

import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Data;
import dev.bridle.study.result.StudyReport.Estimate;
import dev.bridle.study.result.StudyReport.Protocol;
import dev.bridle.study.result.StudyReport.Recommendation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A study with tidy texts and with finite numbers only.
 *
 * <p>Records promise empty optionals in place of NaN. A report is also made of studies that went
 * wrong, so it does not rely on that: a number that is not finite, or beyond 1e100, does not exist.
 */
final class Tidy {
  private static final double LIMIT = 1e100;

  private Tidy() {}

  /** The tidy study. */
  static StudyReport of(StudyReport study) {
    return new StudyReport(
        of(study.data()),
        Text.prose(study.network()),
        of(study.protocol()),
        study.arms().stream().map(TidyArm::of).toList(),
        study.recommended().map(Tidy::of),
        Text.prose(study.sentence()),
        study.notes().stream().map(Text::sentence).toList(),
        orZero(study.seconds()),
        Text.name(study.planHash()),
        versions(study.versions()),
        study.examined().stream().map(TidyExamined::of).toList());
  }

  private static Data of(Data data) {
    return new Data(
        Text.name(data.name()),
        data.rows(),
        data.features(),
        Text.name(data.task()),
        data.classes(),
        Text.name(data.target()),
        data.trainRows(),
        data.stopRows(),
        data.scoreRows(),
        data.testRows());
  }

  private static Protocol of(Protocol protocol) {
    return new Protocol(
        Text.name(protocol.claim()),
        protocol.select(),
        protocol.confirm(),
        Text.name(protocol.metric()),
        protocol.higherIsBetter(),
        orZero(protocol.delta()),
        orZero(protocol.alpha()),
        protocol.comparisons(),
        protocol.updates(),
        Text.prose(protocol.plan()),
        protocol.seed(),
        protocol.exploratory());
  }

  private static Recommendation of(Recommendation recommendation) {
    return new Recommendation(
        Text.name(recommendation.recipe()),
        Text.sentence(recommendation.reason()),
        recommendation.model().map(Text::name),
        recommendation.test().flatMap(Tidy::of),
        recommendation.baselineTest().flatMap(Tidy::of),
        recommendation.testsOpened());
  }

  private static Map<String, String> versions(Map<String, String> versions) {
    Map<String, String> tidy = new TreeMap<>();
    new TreeMap<>(versions)
        .forEach((name, version) -> tidy.put(Text.name(name), Text.name(version)));
    return tidy;
  }

  /** The estimate with those ends that exist, or nothing if there is no mean. */
  static Optional<Estimate> of(Estimate estimate) {
    return isNumber(estimate.mean())
        ? Optional.of(
            new Estimate(estimate.mean(), number(estimate.low()), number(estimate.high())))
        : Optional.empty();
  }

  static Optional<Double> number(Optional<Double> value) {
    return value.filter(Tidy::isNumber);
  }

  static List<Optional<Double>> numbers(List<Optional<Double>> values) {
    return values.stream().map(Tidy::number).toList();
  }

  static boolean isNumber(double value) {
    return Math.abs(value) <= LIMIT;
  }

  static double orZero(double value) {
    return isNumber(value) ? value : 0;
  }
}
