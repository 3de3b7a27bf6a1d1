package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Data;
import dev.bridle.study.result.StudyReport.Estimate;
import dev.bridle.study.result.StudyReport.Protocol;
import dev.bridle.study.result.StudyReport.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Studies as they might come out: thirteen arms, fifteen replicates, invented numbers. */
final class SampleStudies {
  static final Map<String, String> VERSIONS =
      Map.of("Bridle", "0.1.0", "Java", "17.0.15", "libtorch", "2.10.0");
  private static final String HASH =
      "3f1c9d0be2a7746583c05a1de98f2b44a0c7d95e61b3f8720d4ea5b69c18f732";

  private SampleStudies() {}

  /** A table with a clear winner. */
  static StudyReport classification() {
    List<ArmReport> arms = new ArrayList<>();
    arms.add(SampleArms.accuracy("none", "none", 0.9214, 0.9981, 0).baseline());
    SampleFamilies.families(0.9214).forEach(arm -> arms.add(arm.against(arms.get(0))));
    return new StudyReport(
        new Data(
            "churn.csv",
            7043,
            19,
            "classification",
            Optional.of(2),
            "churn",
            3605,
            902,
            1127,
            1409),
        "dense(128) relu, dense(128) relu, dense(2)",
        protocol("samples", "accuracy", true, 0.01, 12),
        arms,
        Optional.of(
            new Recommendation(
                "dropout(0.5) + max-norm(3)",
                "It has the best score of all recipes that are better than none; weight-decay(1e-2)"
                    + " cannot be told from it and is next.",
                Optional.of("best.onnx"),
                Optional.of(estimate(0.9390, 0.9265, 0.9515)),
                Optional.of(estimate(0.9219, 0.9079, 0.9359)),
                1)),
        "dropout(0.5) + max-norm(3) is better than none, for new samples of this size from the same"
            + " source: accuracy 94.0 % instead of 92.1 %.",
        List.of(
            "Column customer_id has a different value in almost every row; it was left out.",
            "37 rows had no value in tenure; the median of the training rows took its place.",
            "2 of 120 runs of l1 failed; see the table."),
        401.3,
        HASH,
        VERSIONS);
  }

  /** Small data: nothing can be decided. */
  static StudyReport undecided() {
    List<ArmReport> arms = new ArrayList<>();
    arms.add(SampleArms.coarse("none", "none", 0.806).baseline());
    SampleFamilies.small().forEach(arm -> arms.add(arm.undecidedAgainst(arms.get(0))));
    return new StudyReport(
        new Data("sonar.csv", 208, 60, "classification", Optional.of(2), "c61", 133, 33, 42, 0),
        "dense(128) relu, dense(128) relu, dense(2)",
        protocol("samples", "accuracy", true, 0.0476, 6),
        arms,
        Optional.of(
            new Recommendation(
                "none",
                "Nothing can be told from none, and none is the simplest. Early stopping is the most"
                    + " promising of the others.",
                Optional.of("best.onnx"),
                Optional.empty(),
                Optional.empty(),
                0)),
        "Nothing is known to beat none here: 42 rows per replicate cannot tell these recipes apart.",
        List.of("208 rows are too few to hold any out for a last test; only estimates are given."),
        38.2,
        HASH,
        VERSIONS);
  }

  /** A regression with rmse, on fresh data. */
  static StudyReport regression() {
    List<ArmReport> arms = new ArrayList<>();
    arms.add(SampleArms.rmse("none", "none", 1.386, 0.71).baseline());
    SampleFamilies.regressions().forEach(arm -> arms.add(arm.against(arms.get(0))));
    return new StudyReport(
        new Data("friedman", 500, 10, "regression", Optional.empty(), "y", 400, 100, 2000, 2000),
        "dense(128) relu, dense(128) relu, dense(1)",
        protocol("fresh", "rmse", false, 0.01386, 6),
        arms,
        Optional.of(
            new Recommendation(
                "early-stopping(patience=10)",
                "It has the lowest error of all, and trains for the shortest time.",
                Optional.of("best.onnx"),
                Optional.of(estimate(1.197, 1.160, 1.234)),
                Optional.of(estimate(1.391, 1.347, 1.435)),
                3)),
        "early-stopping(patience=10) is better than none on fresh data from this generator: RMSE"
            + " 1.20 instead of 1.39.",
        List.of(),
        95.0,
        HASH,
        VERSIONS);
  }

  /** One phase, few replicates, nothing claimed. */
  static StudyReport exploratory() {
    StudyReport study = classification();
    Protocol p = study.protocol();
    return new StudyReport(
        study.data(),
        study.network(),
        new Protocol(
            p.claim(),
            5,
            0,
            p.metric(),
            true,
            p.delta(),
            p.alpha(),
            p.comparisons(),
            p.updates(),
            p.plan(),
            p.seed(),
            true),
        study.arms().stream().map(SampleOutcomes::unjudged).toList(),
        study.recommended(),
        "Exploratory: one phase only, so nothing is claimed; the scores say where to look.",
        study.notes(),
        study.seconds(),
        study.planHash(),
        study.versions());
  }

  /** Every run failed. */
  static StudyReport failed() {
    StudyReport study = classification();
    return new StudyReport(
        study.data(),
        study.network(),
        study.protocol(),
        List.of(
            SampleOutcomes.failed("none", "baseline"), SampleOutcomes.failed("l2(1e30)", "failed")),
        Optional.empty(),
        "Every run failed: the learning rate may be too high.",
        List.of(),
        3.5,
        study.planHash(),
        study.versions());
  }

  /** A study in which every name is an attack, and no two are alike. */
  static StudyReport hostile() {
    AtomicInteger next = new AtomicInteger();
    List<String> texts = Hostile.TEXTS;
    return Renamed.of(undecided(), name -> texts.get(next.getAndIncrement() % texts.size()));
  }

  /** The study with other arms. */
  static StudyReport with(StudyReport study, List<ArmReport> arms) {
    return new StudyReport(
        study.data(),
        study.network(),
        study.protocol(),
        arms,
        study.recommended(),
        study.sentence(),
        study.notes(),
        study.seconds(),
        study.planHash(),
        study.versions());
  }

  static Estimate estimate(double mean, double low, double high) {
    return new Estimate(mean, Optional.of(low), Optional.of(high));
  }

  private static Protocol protocol(
      String claim, String metric, boolean higherIsBetter, double delta, int comparisons) {
    return new Protocol(
        claim,
        5,
        15,
        metric,
        higherIsBetter,
        delta,
        0.05,
        comparisons,
        2000,
        "adam(1e-3), batch 32, updates 2000",
        7,
        false);
  }
}
