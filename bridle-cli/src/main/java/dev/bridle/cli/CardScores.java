package dev.bridle.cli;

import dev.bridle.metric.Metric;
import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The scores of a model in sentences, for its card: in the metric's own unit, not in percent. */
final class CardScores {
  private CardScores() {}

  /** The score of a single training. */
  static List<String> of(Metric metric, double score, int rows) {
    return List.of(
        number(metric.name(), score)
            + " on "
            + Figures.of(rows, "row")
            + " that it was not trained on");
  }

  /** What a study found of the recipe it recommends. */
  static List<String> of(StudyReport study, StudyReport.Recommendation recommended) {
    String metric = study.protocol().metric();
    List<String> scores = new ArrayList<>();
    recommended
        .test()
        .ifPresent(
            test ->
                scores.add(estimate(metric, test) + " on rows that were held out until the end"));
    study.arms().stream()
        .filter(arm -> arm.chosen().equals(recommended.recipe()))
        .findFirst()
        .flatMap(ArmReport::score)
        .ifPresent(
            score ->
                scores.add(
                    estimate(metric, score)
                        + " in the mean of "
                        + Figures.of(replicates(study), "replicate")
                        + " of the study, networks of this recipe trained on part of the rows"));
    scores.add(study.sentence());
    return scores;
  }

  private static int replicates(StudyReport study) {
    StudyReport.Protocol protocol = study.protocol();
    return protocol.exploratory() ? protocol.select() : protocol.confirm();
  }

  private static String estimate(String metric, Estimate estimate) {
    String interval =
        estimate.low().isPresent() && estimate.high().isPresent()
            ? String.format(
                Locale.ROOT,
                " (95 %% interval %.4g to %.4g)",
                estimate.low().get(),
                estimate.high().get())
            : "";
    return number(metric, estimate.mean()) + interval;
  }

  private static String number(String metric, double value) {
    return String.format(Locale.ROOT, "%s %.4g", metric, value);
  }
}
