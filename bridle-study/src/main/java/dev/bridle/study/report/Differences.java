package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Versus;
import dev.bridle.study.result.StudyReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The chart of differences to the baseline: one row per arm, a dot per replicate, the mean with its
 * interval.
 *
 * @param axis of the differences, as they are shown
 * @param unit below the axis
 * @param delta the smallest difference that matters, as it is shown
 * @param higherIsBetter on which side gains lie
 * @param rows the arms, the best score first
 * @param summary what there is to see, in words
 */
record Differences(
    Axis axis, String unit, double delta, boolean higherIsBetter, List<Row> rows, String summary) {

  /**
   * One arm.
   *
   * @param label the recipe
   * @param verdict the word of the data, for the colour
   * @param mark the verdict as one character
   * @param word the verdict in words
   * @param value the mean as text
   * @param mean the mean difference
   * @param low the lower end of its interval
   * @param high the upper end
   * @param dots the replicates
   * @param lines what to say when somebody points at the row
   */
  record Row(
      String label,
      String verdict,
      String mark,
      String word,
      String value,
      double mean,
      Optional<Double> low,
      Optional<Double> high,
      List<Double> dots,
      List<String> lines) {}

  /** The chart; empty if nothing was compared. */
  static Optional<Differences> of(StudyReport study, Ranking ranking, Metric metric) {
    String level = Method.levelOfIntervals(study.protocol());
    List<Row> rows =
        ranking.others().stream()
            .flatMap(arm -> arm.versus().stream().map(v -> row(arm, v, metric, level)))
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    double delta = metric.shown(study.protocol().delta());
    String unit = "difference in " + metric.label() + " to " + ranking.baselineName();
    return Optional.of(
        new Differences(
            axis(rows, delta, metric),
            unit + (metric.percent() ? ", points" : ""),
            delta,
            metric.higherIsBetter(),
            rows,
            summary(ranking, metric)));
  }

  private static Row row(ArmReport arm, Versus versus, Metric metric, String level) {
    Badge badge = Badge.of(arm.verdict());
    return new Row(
        arm.chosen(),
        badge.verdict(),
        badge.mark(),
        badge.text(),
        metric.difference(versus.difference()),
        metric.shown(versus.difference()),
        versus.low().map(metric::shown),
        versus.high().map(metric::shown),
        arm.differences().stream().flatMap(Optional::stream).map(metric::shown).toList(),
        lines(arm, versus, metric, level));
  }

  private static List<String> lines(ArmReport arm, Versus versus, Metric metric, String level) {
    List<String> lines = new ArrayList<>();
    lines.add(metric.difference(versus.difference()) + metric.differenceUnit());
    String interval = metric.interval(versus);
    if (!interval.isEmpty()) {
      lines.add(level + " interval " + interval);
    }
    lines.add("adjusted p " + Numbers.p(versus.adjustedP()));
    lines.add("better in " + Numbers.percent(versus.probabilityBetter()) + " of the replicates");
    if (arm.failed() > 0) {
      lines.add(Numbers.count(arm.failed(), "run") + " failed");
    }
    return lines;
  }

  private static Axis axis(List<Row> rows, double delta, Metric metric) {
    List<Double> values =
        rows.stream()
            .flatMap(
                row ->
                    Stream.of(
                            Stream.of(row.mean()),
                            row.low().stream(),
                            row.high().stream(),
                            row.dots().stream())
                        .flatMap(numbers -> numbers))
            .toList();
    return Axis.clipped(0, values, metric.higherIsBetter(), 1.5 * delta, 1.25);
  }

  private static String summary(Ranking ranking, Metric metric) {
    List<ArmReport> others = ranking.others();
    Map<Badge, Long> counts =
        others.stream()
            .collect(Collectors.groupingBy(a -> Badge.of(a.verdict()), Collectors.counting()));
    String verdicts =
        counts.entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getKey().rank()))
            .map(entry -> entry.getValue() + " " + entry.getKey().text())
            .collect(Collectors.joining(", "));
    return "Of "
        + Numbers.count(others.size(), "recipe")
        + " beside "
        + ranking.baselineName()
        + ": "
        + verdicts
        + "."
        + best(others, metric);
  }

  private static String best(List<ArmReport> others, Metric metric) {
    double sign = metric.higherIsBetter() ? 1 : -1;
    return others.stream()
        .filter(arm -> arm.versus().isPresent())
        .max(Comparator.comparingDouble(arm -> sign * arm.versus().orElseThrow().difference()))
        .map(
            arm ->
                " The most favourable mean difference: "
                    + arm.chosen()
                    + ", "
                    + metric.sentence(arm.versus().orElseThrow())
                    + ".")
        .orElse("");
  }
}
