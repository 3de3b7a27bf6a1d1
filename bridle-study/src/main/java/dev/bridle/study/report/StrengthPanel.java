package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Strength;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The chart of one family: its score over the strengths that were tried.
 *
 * @param label the family's name
 * @param scale {@code log}, {@code value}, or {@code category} where there is no one number to put
 *     on an axis
 * @param axis of the scores
 * @param ownRange whether that is another axis than the other panels have
 * @param points the strengths, in the order tried
 * @param summary what there is to see, in words
 */
record StrengthPanel(
    String label, String scale, Axis axis, boolean ownRange, List<Point> points, String summary) {
  /** From this ratio of the strongest to the weakest on, strengths are shown logarithmically. */
  private static final double WIDE = 20;

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
      String line) {

    static Point of(Strength strength, Metric metric) {
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
      Optional<String> train = strength.train().map(t -> ", train " + metric.withUnit(t));
      return strength
          .mean()
          .map(mean -> "score " + metric.withUnit(mean) + train.orElse(""))
          .orElse("every run failed");
    }

    Stream<Double> scores() {
      return Stream.of(mean, low, high).flatMap(Optional::stream);
    }
  }

  /**
   * The panel of a family that tried more than one strength.
   *
   * @param common the axis of all panels; this one gets its own if the chosen strength is beyond it
   */
  static StrengthPanel of(ArmReport arm, Axis common, Metric metric) {
    List<Point> points = arm.strengths().stream().map(s -> Point.of(s, metric)).toList();
    Axis axis = axis(points, common, metric);
    boolean ownRange = !axis.equals(common);
    return new StrengthPanel(
        arm.name(), scale(points), axis, ownRange, points, summary(arm, points));
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

  private static Axis axis(List<Point> points, Axis common, Metric metric) {
    Optional<Double> chosen =
        points.stream().filter(Point::chosen).flatMap(point -> point.mean().stream()).findFirst();
    return chosen.filter(mean -> !common.holds(mean)).isPresent()
        ? Strengths.axis(points, chosen.orElseThrow(), metric)
        : common;
  }

  private static String summary(ArmReport arm, List<Point> points) {
    return arm.name()
        + ": "
        + points.stream()
            .map(p -> p.recipe() + " " + p.line() + (p.chosen() ? " (chosen)" : ""))
            .collect(Collectors.joining("; "))
        + ".";
  }
}
