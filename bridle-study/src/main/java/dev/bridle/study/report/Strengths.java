package dev.bridle.study.report;

import dev.bridle.study.report.StrengthPanel.Point;
import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Strength;
import dev.bridle.study.result.StudyReport.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The charts of scores over strengths, one panel per family that tried more than one.
 *
 * @param unit of the scores
 * @param baseline the baseline's score in the same phase
 * @param panels one per family, in the order of the ranking
 * @param summary what there is to see, in words
 */
record Strengths(
    String unit, Optional<Double> baseline, List<StrengthPanel> panels, String summary) {
  /**
   * Strengths that do harm are shown as far below the baseline as good ones are above, and a bit.
   */
  private static final double GENEROUS = 1.25;

  /** The charts; empty if no family tried more than one strength. */
  static Optional<Strengths> of(Ranking ranking, Metric metric) {
    List<ArmReport> families =
        ranking.arms().stream().filter(arm -> arm.strengths().size() > 1).toList();
    if (families.isEmpty()) {
      return Optional.empty();
    }
    Optional<Double> baseline = baseline(ranking).map(metric::shown);
    Axis common = axis(points(families, metric), baseline, metric);
    List<StrengthPanel> panels =
        families.stream().map(arm -> StrengthPanel.of(arm, common, metric)).toList();
    return Optional.of(new Strengths(metric.axis(), baseline, panels, summary(panels)));
  }

  /** Of the first phase where the baseline took part in it, else of the second. */
  private static Optional<Double> baseline(Ranking ranking) {
    return ranking
        .baseline()
        .flatMap(
            arm ->
                arm.strengths().stream()
                    .filter(Strength::chosen)
                    .flatMap(strength -> strength.mean().stream())
                    .findFirst()
                    .or(() -> arm.score().map(Estimate::mean)));
  }

  private static List<Point> points(List<ArmReport> families, Metric metric) {
    return families.stream()
        .flatMap(arm -> arm.strengths().stream())
        .map(strength -> Point.of(strength, metric))
        .toList();
  }

  private static Axis axis(List<Point> points, Optional<Double> baseline, Metric metric) {
    Optional<Double> first = points.stream().flatMap(Point::scores).findFirst();
    return axis(points, baseline.or(() -> first).orElse(0.0), metric);
  }

  /** The axis on which all good scores can be seen, and the training rows' scores above them. */
  static Axis axis(List<Point> points, double origin, Metric metric) {
    List<Double> scores = points.stream().flatMap(Point::scores).toList();
    double sign = metric.higherIsBetter() ? 1 : -1;
    List<Double> train =
        points.stream()
            .flatMap(point -> point.train().stream())
            .filter(t -> sign * (t - origin) > 0)
            .toList();
    Axis axis = Axis.clipped(origin, scores, metric.higherIsBetter(), 0, GENEROUS).with(train);
    return metric.percent() ? axis.below(100) : axis;
  }

  private static String summary(List<StrengthPanel> panels) {
    return "Chosen: "
        + panels.stream()
            .flatMap(panel -> panel.points().stream())
            .filter(Point::chosen)
            .map(Point::recipe)
            .collect(Collectors.joining("; "))
        + ".";
  }
}
