package dev.bridle.study.report;

import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Data;
import dev.bridle.study.result.StudyReport.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the study was made, for a reader who wants to know what the verdict is worth.
 *
 * @param entries what was done, a term and its explanation each
 * @param marks what identifies the study: plan, seed, hash, versions
 */
record Method(List<Entry> entries, List<Entry> marks) {

  /** A term and what is to be said about it. */
  record Entry(String term, String text) {}

  /** The method of a study. */
  static Method of(StudyReport study, Ranking ranking, Metric metric) {
    Protocol protocol = study.protocol();
    Question question = Question.of(protocol.claim());
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("Question", question.text(metric)));
    entries.add(new Entry("Replicates", replicates(protocol) + " " + question.varies()));
    entries.add(
        new Entry(
            "Rows",
            rows(study.data()) + " " + held(study.data(), protocol.claim().equals("fresh"))));
    entries.add(new Entry("What matters", delta(protocol, metric, ranking.baselineName())));
    if (!protocol.exploratory()) {
      entries.add(new Entry("Test", question.test()));
      entries.add(new Entry("Verdicts", verdicts(protocol)));
      entries.add(new Entry("Many comparisons", corrections(protocol)));
    }
    entries.add(new Entry("Failed runs", failures(study)));
    entries.add(new Entry("Limits", limits(study.data(), question)));
    return new Method(entries, marks(study));
  }

  private static String replicates(Protocol protocol) {
    String pairs =
        " In each replicate all recipes share rows, initial weights and order of batches, so they"
            + " are compared in pairs.";
    return protocol.exploratory()
        ? "One phase of "
            + Numbers.count(judging(protocol), "replicate")
            + " both chose the strengths and compared the recipes, so this study is exploratory and"
            + " claims nothing."
            + pairs
        : Numbers.count(protocol.select(), "replicate")
            + " chose one strength of every family; then "
            + Numbers.count(protocol.confirm())
            + " new ones compared the choices with the baseline."
            + pairs;
  }

  private static String rows(Data data) {
    String stop =
        data.stopRows() > 0
            ? Numbers.count(data.stopRows()) + " tell early stopping when to stop, "
            : "";
    return "In each replicate "
        + Numbers.count(data.trainRows())
        + " train, "
        + stop
        + Numbers.count(data.scoreRows())
        + " score.";
  }

  /** The share of rows that are held out; a generator has as many as one likes. */
  private static String held(Data data, boolean generated) {
    if (data.testRows() == 0) {
      return "No rows were held out for a last test.";
    }
    double share = (double) data.testRows() / Math.max(data.rows(), data.testRows());
    return Numbers.count(data.testRows())
        + (generated ? " others" : " rows (" + Numbers.percent(share) + ")")
        + " were held out of all this, for the last test.";
  }

  private static String delta(Protocol protocol, Metric metric, String baseline) {
    String delta =
        Numbers.fixed(metric.shown(protocol.delta()), metric.decimals()) + metric.differenceUnit();
    return "A difference to " + baseline + " matters from δ = " + delta + " on.";
  }

  private static String verdicts(Protocol protocol) {
    double alpha = protocol.alpha();
    return "“Better” and “worse” need an adjusted p below α = "
        + Numbers.level(alpha, alpha)
        + " and a mean difference of at least δ. “No practical difference” needs a "
        + Numbers.level(2 * alpha, 1 - 2 * alpha)
        + " interval within ±δ, and “real but negligible” both that and such a p. All others are"
        + " undecided.";
  }

  private static String corrections(Protocol protocol) {
    int m = protocol.comparisons();
    String level = Numbers.level(protocol.alpha(), protocol.alpha());
    if (m <= 1) {
      return "There is one comparison, so nothing needs to be corrected.";
    }
    return "With m = "
        + Numbers.count(m)
        + " comparisons one of them may look good by chance, so the p-values are adjusted by Holm's"
        + " step-down rule, which keeps the chance of even one false “better” or “worse” below "
        + level
        + ". Holm's rule has no intervals of its own, so the intervals of differences are"
        + " Bonferroni's, of level 1 − α/m = "
        + levelOfIntervals(protocol)
        + ", which is stricter: an interval may include 0 beside a “better”, and then the p says"
        + " that there is a difference and the interval how small it may be.";
  }

  private static String failures(StudyReport study) {
    int failed = study.arms().stream().mapToInt(arm -> arm.failed()).sum();
    int trials = study.arms().stream().mapToInt(arm -> arm.trials()).sum();
    String rule =
        "A run whose loss ceases to be finite counts as the worst score of the study, so a recipe"
            + " gains nothing by failing; one that fails in more than 20\u00a0% of its replicates cannot"
            + " be recommended. ";
    return rule
        + (failed == 0
            ? "None of the " + Numbers.count(trials, "run") + " failed."
            : Numbers.count(failed) + " of " + Numbers.count(trials, "run") + " failed.");
  }

  private static String limits(Data data, Question question) {
    return "This is one data set. The results are for networks trained on "
        + Numbers.count(data.trainRows())
        + " rows like these, with this network and this training plan"
        + question.limit()
        + ". More rows, another network or another plan may turn the order around.";
  }

  private static List<Entry> marks(StudyReport study) {
    Protocol protocol = study.protocol();
    List<Entry> marks = new ArrayList<>();
    marks.add(new Entry("Network", study.network()));
    marks.add(new Entry("Training plan", protocol.plan()));
    marks.add(new Entry("Updates", Numbers.count(protocol.updates())));
    marks.add(new Entry("Seed", String.valueOf(protocol.seed())));
    marks.add(new Entry("Plan hash", study.planHash()));
    marks.add(
        new Entry(
            "Versions",
            study.versions().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(version -> version.getKey() + " " + version.getValue())
                .collect(Collectors.joining(", "))));
    return marks.stream().filter(mark -> !mark.text().isEmpty()).toList();
  }

  /** How many replicates the scores come from: those of the second phase, if there was one. */
  static int judging(Protocol protocol) {
    return protocol.exploratory() ? protocol.select() : protocol.confirm();
  }

  /** The level of the intervals of differences: 1 - alpha / m. */
  static String levelOfIntervals(Protocol protocol) {
    double distance = protocol.alpha() / Math.max(1, protocol.comparisons());
    return Numbers.level(distance, 1 - distance);
  }
}
