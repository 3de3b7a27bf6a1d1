package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Versus;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of all arms, the best score first.
 *
 * @param columns those after recipe and verdict, all of them numbers
 * @param rows one per arm
 * @param legend what the columns mean, a sentence each
 */
record Leaderboard(List<Column> columns, List<Row> rows, List<String> legend) {

  /**
   * The head of a column.
   *
   * @param name its first line
   * @param unit its second line, or nothing
   * @param falling whether one wants to see the largest number first
   */
  record Column(String name, String unit, boolean falling) {
    static Column of(String name, String unit) {
      return new Column(name, unit, false);
    }

    /** The order that says the same to a browser. */
    String first() {
      return falling ? "descending" : "ascending";
    }
  }

  /**
   * One arm.
   *
   * @param recipe the recipe that was confirmed
   * @param tried the family with its strengths, if more than that recipe was tried
   * @param badge the verdict
   * @param cells one per column
   * @param recommended whether it is the one to use
   */
  record Row(String recipe, String tried, Badge badge, List<Cell> cells, boolean recommended) {}

  /**
   * One number.
   *
   * @param text as it is shown
   * @param note a second line, the interval
   * @param order the plain number, by which a table is sorted; empty if there is none
   */
  record Cell(String text, String note, String order) {
    static Cell of(String text, double order) {
      return of(text, "", order);
    }

    static Cell of(String text, String note, double order) {
      return new Cell(text, note, String.valueOf(order));
    }

    static Cell none() {
      return new Cell("–", "", "");
    }
  }

  /** The table of a study. */
  static Leaderboard of(StudyReport study, Ranking ranking, Metric metric) {
    Maker maker = new Maker(metric, study.data().classes().isPresent());
    return new Leaderboard(
        maker.columns(ranking.baselineName()),
        ranking.arms().stream().map(arm -> maker.row(arm, ranking)).toList(),
        legend(study, ranking, metric));
  }

  private static List<String> legend(StudyReport study, Ranking ranking, Metric metric) {
    boolean exploratory = study.protocol().exploratory();
    String replicates = Numbers.count(Method.judging(study.protocol()), "replicate");
    List<String> legend = new ArrayList<>();
    legend.add(
        capital(metric.label())
            + ": on rows that the replicate did not train on, mean over "
            + replicates
            + (exploratory
                ? ", which also chose the strengths."
                : " with its 95\u00a0% interval."));
    if (!exploratory) {
      legend.add(
          "Difference: replicate by replicate to "
              + ranking.baselineName()
              + ", mean with its "
              + Method.levelOfIntervals(study.protocol())
              + " interval.");
      legend.add(
          "p: how often equals would differ by so much or more, adjusted for all comparisons.");
    }
    legend.add(
        "Gap: how much better the training rows look than new ones; overfitting is above 0.");
    legend.add("Trials: networks trained" + (exploratory ? "." : ", both phases together."));
    return legend;
  }

  private static String capital(String label) {
    return label.isEmpty()
        ? label
        : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }

  /** Turns arms into rows; what only a classification has is left out of a regression. */
  private record Maker(Metric metric, boolean classification) {
    List<Column> columns(String baseline) {
      String unit = metric.percent() ? "%" : "";
      String points = metric.differenceUnit().strip();
      List<Column> columns = new ArrayList<>();
      columns.add(new Column(capital(metric.label()), unit, metric.higherIsBetter()));
      columns.add(new Column("Difference to " + baseline, points, metric.higherIsBetter()));
      columns.add(Column.of("Adjusted p", ""));
      columns.add(new Column("Train", unit, metric.higherIsBetter()));
      columns.add(Column.of("Gap", points));
      if (classification) {
        columns.add(Column.of("Log loss", ""));
        columns.add(Column.of("Calibration error", ""));
      }
      columns.add(Column.of("Trials", ""));
      columns.add(Column.of("Failed", ""));
      columns.add(Column.of("Seconds", ""));
      return columns;
    }

    Row row(ArmReport arm, Ranking ranking) {
      return new Row(
          arm.chosen(),
          arm.family().equals(arm.chosen()) ? "" : arm.family(),
          Badge.of(arm.verdict()),
          cells(arm),
          ranking.isRecommended(arm));
    }

    private List<Cell> cells(ArmReport arm) {
      Stream<Cell> scores =
          Stream.of(
              cell(arm.score()),
              arm.versus().map(this::difference).orElseGet(Cell::none),
              arm.versus()
                  .map(v -> Cell.of(Numbers.p(v.adjustedP()), v.adjustedP()))
                  .orElseGet(Cell::none),
              arm.trainScore().map(t -> Cell.of(metric.score(t), t)).orElseGet(Cell::none),
              arm.gap().map(this::gap).orElseGet(Cell::none));
      Stream<Cell> proper =
          classification
              ? Stream.of(decimal(arm.logLoss()), decimal(arm.calibrationError()))
              : Stream.empty();
      Stream<Cell> effort =
          Stream.of(
              Cell.of(Numbers.count(arm.trials()), arm.trials()),
              Cell.of(Numbers.count(arm.failed()), arm.failed()),
              Cell.of(Numbers.fixed(arm.seconds(), 1), arm.seconds()));
      return Stream.of(scores, proper, effort).flatMap(cells -> cells).toList();
    }

    private Cell cell(Optional<Estimate> score) {
      return score
          .map(s -> Cell.of(metric.score(s.mean()), metric.interval(s), s.mean()))
          .orElseGet(Cell::none);
    }

    private Cell difference(Versus versus) {
      return Cell.of(
          metric.difference(versus.difference()), metric.interval(versus), versus.difference());
    }

    private Cell gap(double gap) {
      return Cell.of(Numbers.fixed(metric.shown(gap), metric.decimals()), gap);
    }

    private static Cell decimal(Optional<Double> value) {
      return value.map(v -> Cell.of(Numbers.fixed(v, 3), v)).orElseGet(Cell::none);
    }
  }
}
