package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Band;
import dev.bridle.study.result.ArmReport.Bin;
import dev.bridle.study.result.ArmReport.Curves;
import dev.bridle.study.result.ArmReport.Strength;
import dev.bridle.study.result.ArmReport.Versus;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Data;
import dev.bridle.study.result.StudyReport.Estimate;
import dev.bridle.study.result.StudyReport.Protocol;
import dev.bridle.study.result.StudyReport.Recommendation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Studies of few arms with few numbers, for tests that work them out by hand. */
final class Tiny {
  static final Metric ACCURACY = new Metric("accuracy", true, 1, true);
  static final Metric RMSE = new Metric("RMSE", false, 3, false);

  private Tiny() {}

  /** An arm with a score and nothing else. */
  static ArmReport arm(String recipe, String verdict, double score) {
    return arm(recipe, verdict, Optional.of(score), Optional.empty(), Optional.empty());
  }

  /** An arm without any score. */
  static ArmReport lost(String recipe) {
    return arm(recipe, "failed", Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** An arm with a training score, and the gap between that and its score. */
  static ArmReport trained(String recipe, String verdict, double train, double score) {
    return arm(recipe, verdict, Optional.of(score), Optional.of(train), Optional.empty());
  }

  /** An arm that was compared: the mean of its differences is 1/4 of its interval's width. */
  static ArmReport compared(
      String recipe, String verdict, double difference, List<Double> differences) {
    Versus versus =
        new Versus(
            difference,
            Optional.of(difference - 2 * Math.abs(difference)),
            Optional.of(difference + 2 * Math.abs(difference)),
            0.01,
            0.03,
            0.8);
    ArmReport arm =
        arm(recipe, verdict, Optional.of(0.9 + difference), Optional.empty(), Optional.of(versus));
    return new ArmReport(
        arm.family(),
        arm.name(),
        arm.chosen(),
        verdict,
        arm.score(),
        arm.trainScore(),
        arm.validationScore(),
        arm.gap(),
        arm.logLoss(),
        arm.calibrationError(),
        arm.versus(),
        "",
        List.of(),
        differences.stream().map(Optional::of).toList(),
        List.of(),
        Optional.empty(),
        List.of(),
        20,
        0,
        Optional.empty(),
        Optional.empty(),
        1);
  }

  /** An arm with a first phase. */
  static ArmReport swept(String recipe, String verdict, double score, Strength... strengths) {
    return with(arm(recipe, verdict, score), List.of(strengths), Optional.empty(), List.of());
  }

  /** One strength of a first phase; its standard error is 0.01. */
  static Strength strength(double strength, double mean, boolean chosen) {
    return new Strength(
        "l2(" + strength + ")",
        Optional.of(strength),
        Optional.of(mean),
        Optional.of(mean - 0.01),
        Optional.of(mean + 0.01),
        Optional.of(mean + 0.02),
        chosen);
  }

  /** An arm with learning curves whose quartiles are 0.1 below and above. */
  static ArmReport learned(
      String recipe, String verdict, double score, List<Double> train, List<Double> validation) {
    return with(
        arm(recipe, verdict, score),
        List.of(),
        Optional.of(new Curves(band(train), band(validation))),
        List.of());
  }

  /** An arm with predictions of two confidences. */
  static ArmReport calibrated(String recipe, String verdict, double score, Bin... bins) {
    return with(arm(recipe, verdict, score), List.of(), Optional.empty(), List.of(bins));
  }

  static StudyReport study(ArmReport... arms) {
    return study("accuracy", true, 0.01, Optional.empty(), arms);
  }

  static StudyReport study(
      String metric,
      boolean higherIsBetter,
      double delta,
      Optional<Recommendation> recommended,
      ArmReport... arms) {
    return new StudyReport(
        new Data("d.csv", 1000, 4, "classification", Optional.of(2), "y", 512, 128, 160, 200),
        "dense(2)",
        new Protocol(
            "samples",
            5,
            15,
            metric,
            higherIsBetter,
            delta,
            0.05,
            Math.max(1, arms.length - 1),
            400,
            "sgd(0.1)",
            7,
            false),
        List.of(arms),
        recommended,
        "A sentence.",
        List.of(),
        1,
        "abc",
        Map.of("Java", "17", "Bridle", "0.1"));
  }

  static Recommendation recommendation(String recipe) {
    return new Recommendation(
        recipe, "A reason.", Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  private static Band band(List<Double> median) {
    return new Band(
        median.stream().map(v -> v - 0.1).toList(),
        median,
        median.stream().map(v -> v + 0.1).toList());
  }

  private static ArmReport arm(
      String recipe,
      String verdict,
      Optional<Double> score,
      Optional<Double> train,
      Optional<Versus> versus) {
    return new ArmReport(
        recipe,
        recipe,
        recipe,
        verdict,
        score.map(s -> new Estimate(s, Optional.of(s - 0.01), Optional.of(s + 0.01))),
        train,
        Optional.empty(),
        train.flatMap(t -> score.map(s -> t - s)),
        Optional.empty(),
        Optional.empty(),
        versus,
        "",
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        20,
        0,
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static ArmReport with(
      ArmReport arm, List<Strength> strengths, Optional<Curves> curves, List<Bin> bins) {
    return new ArmReport(
        arm.family(),
        arm.name(),
        arm.chosen(),
        arm.verdict(),
        arm.score(),
        arm.trainScore(),
        Optional.empty(),
        arm.gap(),
        Optional.empty(),
        Optional.of(0.05),
        arm.versus(),
        "",
        arm.scores(),
        arm.differences(),
        strengths,
        curves,
        bins,
        20,
        0,
        Optional.empty(),
        Optional.empty(),
        1);
  }
}
