package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Bin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reliability diagram of the baseline and the arm beside it: how often predictions of some
 * confidence are right.
 *
 * @param from where both axes begin: with two classes no prediction is less than half sure
 * @param arms the baseline first
 * @param summary what there is to see, in words
 */
record Reliability(double from, List<Line> arms, String summary) {

  /**
   * One arm.
   *
   * @param label its recipe
   * @param baseline whether it is the baseline
   * @param points its predictions by confidence
   */
  record Line(String label, boolean baseline, List<Point> points) {}

  /**
   * Predictions of like confidence.
   *
   * @param confidence mean probability of the predicted class
   * @param accuracy share of them that were right
   * @param share of all predictions
   * @param line the numbers as text
   */
  record Point(double confidence, double accuracy, double share, String line) {}

  /** The diagram; empty if neither arm has one, as in a regression. */
  static Optional<Reliability> of(Ranking ranking) {
    List<ArmReport> arms =
        Stream.concat(ranking.baseline().stream(), ranking.rival().stream())
            .filter(arm -> !arm.reliability().isEmpty())
            .toList();
    return arms.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reliability(
                from(arms), arms.stream().map(Reliability::line).toList(), summary(arms)));
  }

  private static double from(List<ArmReport> arms) {
    double least =
        arms.stream()
            .flatMap(arm -> arm.reliability().stream())
            .mapToDouble(bin -> Math.min(bin.confidence(), bin.accuracy()))
            .min()
            .orElse(0);
    return Math.max(0, Math.min(4, Math.floor(5 * least))) / 5;
  }

  private static Line line(ArmReport arm) {
    double all = arm.reliability().stream().mapToDouble(Bin::count).sum();
    return new Line(
        arm.chosen(),
        arm.isBaseline(),
        arm.reliability().stream().map(bin -> point(bin, all)).toList());
  }

  private static Point point(Bin bin, double all) {
    return new Point(
        Numbers.rounded(bin.confidence(), 4),
        Numbers.rounded(bin.accuracy(), 4),
        Numbers.rounded(bin.count() / all, 3),
        Numbers.count(bin.count(), "prediction")
            + " with a mean confidence of "
            + Numbers.percent(bin.confidence())
            + ": "
            + Numbers.percent(bin.accuracy())
            + " right");
  }

  private static String summary(List<ArmReport> arms) {
    String errors =
        arms.stream()
            .filter(arm -> arm.calibrationError().isPresent())
            .map(a -> a.chosen() + " " + Numbers.fixed(a.calibrationError().orElseThrow(), 3))
            .collect(Collectors.joining("; "));
    return errors.isEmpty() ? "" : "Expected calibration error: " + errors + ".";
  }
}
