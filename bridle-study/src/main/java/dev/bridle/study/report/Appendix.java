package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbers behind the charts, as tables for those who want to check them.
 *
 * @param tables those with at least one row
 */
record Appendix(List<Table> tables) {

  /**
   * A table of texts.
   *
   * @param caption what it holds
   * @param heads one per column; the first column names the row
   * @param rows as many texts each
   */
  record Table(String caption, List<String> heads, List<List<String>> rows) {}

  /** The tables of a study. */
  static Appendix of(Ranking ranking, Metric metric) {
    return new Appendix(
        Stream.of(strengths(ranking, metric), replicates(ranking, metric), more(ranking, metric))
            .filter(table -> !table.rows().isEmpty())
            .toList());
  }

  private static Table strengths(Ranking ranking, Metric metric) {
    String unit = metric.percent() ? ", %" : "";
    return new Table(
        "Every strength that was tried",
        List.of("Recipe", "Score" + unit, "Mean ± standard error", "Train" + unit, "Chosen"),
        ranking.arms().stream()
            .flatMap(arm -> arm.strengths().stream())
            .map(strength -> strength(strength, metric))
            .toList());
  }

  private static List<String> strength(Strength strength, Metric metric) {
    Optional<String> low = strength.low().map(metric::score);
    return List.of(
        strength.recipe(),
        text(strength.mean(), metric),
        low.flatMap(l -> strength.high().map(h -> l + " to " + metric.score(h))).orElse("–"),
        text(strength.train(), metric),
        strength.chosen() ? "yes" : "");
  }

  private static Table replicates(Ranking ranking, Metric metric) {
    int most = ranking.arms().stream().mapToInt(arm -> arm.scores().size()).max().orElse(0);
    List<String> heads = new ArrayList<>(List.of("Recipe"));
    IntStream.rangeClosed(1, most).mapToObj(String::valueOf).forEach(heads::add);
    return new Table(
        "Every replicate that compared them: " + metric.axis(),
        heads,
        ranking.arms().stream()
            .filter(arm -> !arm.scores().isEmpty())
            .map(arm -> scores(arm, most, metric))
            .toList());
  }

  private static List<String> scores(ArmReport arm, int most, Metric metric) {
    Stream<String> scores =
        IntStream.range(0, most)
            .mapToObj(i -> i < arm.scores().size() ? arm.scores().get(i) : Optional.<Double>empty())
            .map(score -> score.map(metric::score).orElse("failed"));
    return Stream.concat(Stream.of(arm.chosen()), scores).toList();
  }

  private static Table more(Ranking ranking, Metric metric) {
    String unit = metric.percent() ? ", %" : "";
    return new Table(
        "More of each recipe",
        List.of(
            "Recipe",
            "Better in, of replicates",
            "p, not adjusted",
            "Stopping rows" + unit,
            "Weights that are 0",
            "Norm of the weights"),
        ranking.arms().stream().map(arm -> more(arm, metric)).toList());
  }

  private static List<String> more(ArmReport arm, Metric metric) {
    return List.of(
        arm.chosen(),
        arm.versus().map(v -> Numbers.percent(v.probabilityBetter())).orElse("–"),
        arm.versus().map(v -> Numbers.p(v.p())).orElse("–"),
        text(arm.validationScore(), metric),
        arm.zeroFraction().map(Numbers::percent).orElse("–"),
        arm.weightNorm().map(norm -> Numbers.fixed(norm, 1)).orElse("–"));
  }

  private static String text(Optional<Double> score, Metric metric) {
    return score.map(metric::score).orElse("–");
  }
}
