package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Strength;
import dev.bridle.study.result.StudyReport.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The charts of scores over strengths, one panel per family that tried more than one.
 *
 * @param axis of the scores, the same for all panels so that they can be compared
 * @param unit of the scores
 * @param baseline the baseline's score in the same phase
 * @param panels one per family, in the order of the ranking
 * @param summary what there is to see, in words
 */
record Strengths(
    Axis axis, String unit, Optional<Double> baseline, List<Panel> panels, String summary) {
  /** From this ratio of the strongest to the weakest on, strengths are shown logarithmically. */
  private static final double WIDE = 20;

  /**
   * One family.
   *
   * @param label its name
   * @param scale {@code log}, {@code value}, or {@code category} where there is no one number to
   *     put on an axis
   * @param points the strengths, in the order tried
   * @param summary what there is to see, in words
   */
  record Panel(String label, String scale, List<Point> points, String summary) {}

  /**
   * One strength.
   *
   * @param x the swept number, if there is just one
   * @param recipe with this strength
   * @param mean the score
   * @param low the mean minus its standard error
   * @param high the mean plus its standard error
   * @param train the score on the training rows
   * @param chosen whether it went to the second phase
   * @param line the numbers as text
   */
  record Point(
      Optional<Double> x,
      String recipe,
      Optional<Double> mean,
      Optional<Double> low,
      Optional<Double> high,
      Optional<Double> train,
      boolean chosen,
      String line) {}

  /** The charts; empty if no family tried more than one strength. */
  static Optional<Strengths> of(Ranking ranking, Metric metric) {
    List<Panel> panels =
        ranking.arms().stream()
            .filter(arm -> arm.strengths().size() > 1)
            .map(arm -> panel(arm, metric))
            .toList();
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    Optional<Double> baseline = baseline(ranking).map(metric::shown);
    return Optional.of(
        new Strengths(
            axis(panels, baseline, metric),
            metric.label() + (metric.percent() ? ", %" : ""),
            baseline,
            panels,
            summary(panels)));
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

  private static Panel panel(ArmReport arm, Metric metric) {
    List<Point> points = arm.strengths().stream().map(s -> point(s, metric)).toList();
    return new Panel(arm.name(), scale(points), points, summary(arm, points));
  }

  private static Point point(Strength strength, Metric metric) {
    return new Point(
        strength.strength(),
        strength.recipe(),
        strength.mean().map(metric::shown),
        strength.low().map(metric::shown),
        strength.high().map(metric::shown),
        strength.train().map(metric::shown),
        strength.chosen(),
        line(strength, metric));
  }

  private static String line(Strength strength, Metric metric) {
    return strength
        .mean()
        .map(
            mean ->
                "score "
                    + metric.score(mean)
                    + metric.unit()
                    + strength
                        .train()
                        .map(t -> ", train " + metric.score(t) + metric.unit())
                        .orElse(""))
        .orElse("every run failed");
  }

  private static String scale(List<Point> points) {
    List<Double> strengths =
        points.stream().flatMap(point -> point.x().stream()).distinct().sorted().toList();
    if (strengths.size() < points.size()) {
      return "category";
    }
    double least = strengths.get(0);
    double most = strengths.get(strengths.size() - 1);
    return least > 0 && most > WIDE * least ? "log" : "value";
  }

  private static Axis axis(List<Panel> panels, Optional<Double> baseline, Metric metric) {
    List<Double> values =
        panels.stream()
            .flatMap(panel -> panel.points().stream())
            .flatMap(p -> Stream.of(p.mean(), p.low(), p.high(), p.train()))
            .flatMap(Optional::stream)
            .toList();
    double origin = baseline.orElseGet(() -> values.stream().findFirst().orElse(0.0));
    Axis axis = Axis.clipped(origin, values, metric.higherIsBetter(), 0);
    return metric.percent() ? axis.below(100) : axis;
  }

  private static String summary(ArmReport arm, List<Point> points) {
    return arm.name()
        + ": "
        + points.stream()
            .map(p -> p.recipe() + " " + p.line() + (p.chosen() ? " (chosen)" : ""))
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static String summary(List<Panel> panels) {
    return "Chosen: "
        + panels.stream()
            .flatMap(panel -> panel.points().stream())
            .filter(Point::chosen)
            .map(Point::recipe)
            .collect(Collectors.joining("; "))
        + ".";
  }
}
