package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Versus;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Estimate;
import dev.bridle.study.result.StudyReport.Protocol;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The headline metric: its name, its unit, and how many digits of it mean something.
 *
 * <p>Shares of right answers are shown in percent and their differences in points. The number of
 * decimals is such that the smallest difference that matters has two digits.
 *
 * @param label its name in a sentence
 * @param percent whether it is a share, shown in percent
 * @param decimals how many decimals
 * @param higherIsBetter its direction
 */
record Metric(String label, boolean percent, int decimals, boolean higherIsBetter) {
  private static final Set<String> SHARES = Set.of("accuracy", "balanced-accuracy");
  private static final Map<String, String> LABELS =
      Map.of(
          "balanced-accuracy", "balanced accuracy",
          "auc", "AUC",
          "log-loss", "log loss",
          "rmse", "RMSE",
          "mae", "MAE",
          "r2", "R²");
  private static final int MOST = 6;
  private static final int SIGNIFICANT = 4;

  /** The metric of a study. */
  static Metric of(StudyReport study) {
    Protocol protocol = study.protocol();
    String name = protocol.metric();
    boolean percent = SHARES.contains(name);
    return new Metric(
        LABELS.getOrDefault(name, name),
        percent,
        decimals(study, percent),
        protocol.higherIsBetter());
  }

  /** A metric by its name, with four digits of a score of this size. */
  static Metric of(String name, boolean higherIsBetter, double size) {
    boolean percent = SHARES.contains(name);
    double shown = Math.max(size, 1e-9) * (percent ? 100 : 1);
    int needed = SIGNIFICANT - (int) Math.ceil(Math.log10(shown));
    return new Metric(
        LABELS.getOrDefault(name, name),
        percent,
        percent ? 1 : Math.max(0, Math.min(needed, MOST)),
        higherIsBetter);
  }

  private static int decimals(StudyReport study, boolean percent) {
    double delta = study.protocol().delta() * (percent ? 100 : 1);
    int needed =
        delta > 0
            ? 1 + (int) Math.ceil(-Math.log10(delta))
            : SIGNIFICANT - (int) Math.ceil(Math.log10(size(study) * (percent ? 100 : 1)));
    return Math.max(percent ? 1 : 0, Math.min(needed, MOST));
  }

  /** The size of a score, for studies in which every difference matters. */
  private static double size(StudyReport study) {
    return study.arms().stream()
        .flatMap(arm -> arm.score().stream())
        .mapToDouble(score -> Math.abs(score.mean()))
        .filter(size -> size > 0)
        .min()
        .orElse(1);
  }

  /** The unit of a score, with the space before it, or nothing. */
  String unit() {
    return percent ? Numbers.PERCENT : "";
  }

  /** The unit of a difference, with the space before it, or nothing. */
  String differenceUnit() {
    return percent ? " points" : "";
  }

  /**
   * The number that is shown: 94.1 for 0.941 of a share, rounded to what a chart can tell apart.
   */
  double shown(double value) {
    return Numbers.rounded(percent ? 100 * value : value, 6);
  }

  /** A score without its unit. */
  String score(double value) {
    return Numbers.fixed(shown(value), decimals);
  }

  /** A score with its unit. */
  String withUnit(double value) {
    return score(value) + unit();
  }

  /** The name of an axis of scores: {@code accuracy, %}. */
  String axis() {
    return label + (percent ? ", %" : "");
  }

  /** A difference of scores without its unit. */
  String difference(double value) {
    return Numbers.signed(shown(value), decimals);
  }

  /** A score with its unit and its interval, if it has one. */
  String sentence(Estimate estimate) {
    String interval = interval(estimate);
    return withUnit(estimate.mean()) + (interval.isEmpty() ? "" : " (" + interval + ")");
  }

  /** A difference with its unit and its interval, if it has one. */
  String sentence(Versus versus) {
    String interval = interval(versus);
    return difference(versus.difference())
        + differenceUnit()
        + (interval.isEmpty() ? "" : " (" + interval + ")");
  }

  /** The interval of a score as {@code 93.5 to 94.7}, or nothing. */
  String interval(Estimate estimate) {
    return range(estimate.low().map(this::score), estimate.high().map(this::score));
  }

  /** The interval of a difference, or nothing. */
  String interval(Versus versus) {
    return range(versus.low().map(this::difference), versus.high().map(this::difference));
  }

  /** Train and score of an arm in a sentence; empty if there is no score. */
  Optional<String> trainAndScore(ArmReport arm) {
    return arm.score()
        .map(
            score ->
                arm.trainScore().map(train -> "train " + withUnit(train) + ", ").orElse("")
                    + "score "
                    + withUnit(score.mean()));
  }

  /** Whether a difference is a gain. */
  boolean isGain(double difference) {
    return higherIsBetter ? difference > 0 : difference < 0;
  }

  private static String range(Optional<String> low, Optional<String> high) {
    return low.isPresent() && high.isPresent() ? low.get() + " to " + high.get() : "";
  }
}
