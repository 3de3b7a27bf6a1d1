package dev.bridle.study.report;

import dev.bridle.study.diagnosis.ClassBalance;
import dev.bridle.study.diagnosis.ColumnProfile;
import dev.bridle.study.diagnosis.Correlations;
import dev.bridle.study.diagnosis.Diagnosis;
import dev.bridle.study.diagnosis.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the charts of a diagnosis are drawn from; the scripts get it as JSON.
 *
 * @param classes rows of each class; empty unless classes are asked for
 * @param missing shares of missing values; empty if none is
 * @param map which columns move together; empty with less than two
 * @param histograms columns one by one, the most telling first
 * @param hidden columns that have no histogram here
 */
record DiagnosisFigures(
    Optional<Bars> classes,
    Optional<Bars> missing,
    Optional<Map> map,
    List<Panel> histograms,
    int hidden) {
  private static final int MOST_PANELS = 36;
  private static final int MOST_BARS = 40;

  /**
   * A bar for each of several things.
   *
   * @param labels their names
   * @param values how long the bars are
   * @param texts what stands beside them
   * @param unit below the axis
   * @param summary what there is to see, in words
   */
  record Bars(
      List<String> labels, List<Double> values, List<String> texts, String unit, String summary) {}

  /**
   * Correlations in percent.
   *
   * @param columns the names, like ones together
   * @param r from -100 to 100, row by row
   * @param summary what there is to see, in words
   */
  record Map(List<String> columns, List<List<Long>> r, String summary) {}

  /**
   * How the values of a column are spread.
   *
   * @param name of the column
   * @param relation how much of the target it tells, in words, or nothing
   * @param low where the first bin begins; of categories 0
   * @param high where the last ends
   * @param labels the categories; empty for numbers
   * @param counts rows of each bin or category
   * @param summary what there is to see, in words
   */
  record Panel(
      String name,
      String relation,
      double low,
      double high,
      List<String> labels,
      List<Integer> counts,
      String summary) {}

  static DiagnosisFigures of(Diagnosis diagnosis) {
    List<ColumnProfile> shown =
        diagnosis.columns().stream()
            .filter(c -> c.histogram().isPresent() || !c.categories().isEmpty())
            .sorted(
                Comparator.comparingDouble(
                    c -> -c.relation().map(r -> r.share()).orElse(0.0))) // stable: else as they are
            .toList();
    return new DiagnosisFigures(
        diagnosis.classes().map(DiagnosisFigures::classes),
        missing(diagnosis),
        map(diagnosis.correlations()),
        shown.stream().limit(MOST_PANELS).map(DiagnosisFigures::panel).toList(),
        Math.max(0, shown.size() - MOST_PANELS));
  }

  private static Bars classes(ClassBalance classes) {
    List<Integer> order =
        IntStream.range(0, classes.classes().size())
            .boxed()
            .sorted(Comparator.comparingInt(k -> -classes.rows().get(k)))
            .limit(MOST_BARS)
            .toList();
    double all = classes.rows().stream().mapToInt(Integer::intValue).sum();
    return new Bars(
        order.stream().map(k -> Text.name(classes.classes().get(k))).toList(),
        order.stream().map(k -> (double) classes.rows().get(k)).toList(),
        order.stream()
            .map(
                k ->
                    Numbers.count(classes.rows().get(k))
                        + ", "
                        + share(classes.rows().get(k) / all))
            .toList(),
        "rows",
        "Always saying the most frequent of "
            + Numbers.count(classes.classes().size())
            + " classes is right in "
            + share(classes.largestShare())
            + " of the rows.");
  }

  private static Optional<Bars> missing(Diagnosis diagnosis) {
    double rows = diagnosis.overview().rows();
    List<ColumnProfile> some =
        diagnosis.columns().stream()
            .filter(column -> column.missing() > 0 && column.isInput())
            .sorted(Comparator.comparingInt(column -> -column.missing()))
            .toList();
    if (some.isEmpty()) {
      return Optional.empty();
    }
    List<ColumnProfile> shown = some.subList(0, Math.min(MOST_BARS, some.size()));
    return Optional.of(
        new Bars(
            shown.stream().map(c -> Text.name(c.name())).toList(),
            shown.stream().map(c -> 100 * c.missing() / rows).toList(),
            shown.stream()
                .map(c -> share(c.missing() / rows) + ", " + Numbers.count(c.missing(), "row"))
                .toList(),
            "missing values, %",
            Numbers.count(some.size(), "column")
                + " of "
                + Numbers.count(diagnosis.overview().columns())
                + " have missing values"
                + (some.size() > shown.size() ? "; shown are those with most." : ".")));
  }

  private static Optional<Map> map(Correlations correlations) {
    if (correlations.columns().size() < 2) {
      return Optional.empty();
    }
    List<List<Long>> r =
        correlations.r().stream()
            .map(row -> row.stream().map(value -> Math.round(100 * value)).toList())
            .toList();
    String summary =
        correlations.blocks().isEmpty()
            ? "No columns stand close enough together to make a block."
            : Numbers.count(correlations.inBlocks())
                + " of "
                + Numbers.count(correlations.columns().size(), "column")
                + " stand in "
                + Numbers.count(correlations.blocks().size(), "block")
                + " that say nearly the same.";
    return Optional.of(
        new Map(correlations.columns().stream().map(Text::name).toList(), r, summary));
  }

  private static Panel panel(ColumnProfile column) {
    List<String> labels = new ArrayList<>();
    column.categories().forEach(category -> labels.add(Text.name(category.text())));
    List<Integer> counts =
        column
            .histogram()
            .map(histogram -> histogram.counts())
            .orElse(column.categories().stream().map(c -> c.rows()).toList());
    return new Panel(
        Text.name(column.name()),
        column.relation().map(r -> share(r.share()) + " of the target").orElse(""),
        column.histogram().map(histogram -> histogram.low()).orElse(0.0),
        column.histogram().map(histogram -> histogram.high()).orElse(0.0),
        labels,
        counts,
        Numbers.count(column.distinct(), "different value")
            + (column.missing() > 0 ? ", " + Numbers.count(column.missing()) + " missing" : "")
            + ".");
  }

  private static String share(double share) {
    return Text.prose(Reading.percent(share));
  }
}
