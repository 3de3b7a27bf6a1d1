package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.StudyReport.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The chart of train and score: how much of what was learned is of the training rows alone.
 *
 * @param axis of the scores
 * @param unit below the axis
 * @param baseline the baseline's score
 * @param rows the arms, the best score first
 * @param summary what there is to see, in words
 */
record Gaps(Axis axis, String unit, Optional<Double> baseline, List<Row> rows, String summary) {

  /**
   * One arm.
   *
   * @param label the recipe
   * @param train the score on the training rows
   * @param score the score on new rows
   * @param value that score as text
   * @param lines what to say when somebody points at the row
   */
  record Row(String label, double train, double score, String value, List<String> lines) {}

  /** The chart; empty if no arm has both numbers. */
  static Optional<Gaps> of(Ranking ranking, Metric metric) {
    List<ArmReport> arms =
        ranking.arms().stream()
            .filter(arm -> arm.trainScore().isPresent() && arm.score().isPresent())
            .toList();
    if (arms.isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows = arms.stream().map(arm -> row(arm, metric)).toList();
    Optional<Double> baseline =
        ranking.baseline().flatMap(ArmReport::score).map(Estimate::mean).map(metric::shown);
    return Optional.of(
        new Gaps(
            axis(rows, baseline, metric), metric.axis(), baseline, rows, summary(ranking, metric)));
  }

  private static Row row(ArmReport arm, Metric metric) {
    return new Row(
        arm.chosen(),
        metric.shown(arm.trainScore().orElseThrow()),
        metric.shown(arm.score().orElseThrow().mean()),
        metric.score(arm.score().orElseThrow().mean()),
        Stream.concat(
                metric.trainAndScore(arm).stream(),
                arm.gap().map(gap -> "gap " + gap(gap, metric)).stream())
            .toList());
  }

  private static Axis axis(List<Row> rows, Optional<Double> baseline, Metric metric) {
    List<Double> values =
        rows.stream().flatMap(row -> Stream.of(row.train(), row.score())).toList();
    double origin = baseline.orElseGet(() -> rows.get(0).score());
    Axis axis = Axis.clipped(origin, values, metric.higherIsBetter(), 0, 3);
    return metric.percent() ? axis.below(100) : axis;
  }

  private static String summary(Ranking ranking, Metric metric) {
    return Stream.concat(ranking.baseline().stream(), ranking.rival().stream())
        .flatMap(arm -> sentence(arm, metric).stream())
        .map(text -> text + ".")
        .collect(Collectors.joining(" "));
  }

  private static Optional<String> sentence(ArmReport arm, Metric metric) {
    return metric
        .trainAndScore(arm)
        .map(
            text ->
                arm.chosen()
                    + ": "
                    + text
                    + arm.gap().map(gap -> ", gap " + gap(gap, metric)).orElse(""));
  }

  private static String gap(double gap, Metric metric) {
    return Numbers.fixed(metric.shown(gap), metric.decimals()) + metric.differenceUnit();
  }
}
