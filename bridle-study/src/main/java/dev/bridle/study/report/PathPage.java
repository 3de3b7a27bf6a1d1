package dev.bridle.study.report;

import dev.bridle.study.path.Average;
import dev.bridle.study.path.LayerState;
import dev.bridle.study.path.Marks;
import dev.bridle.study.path.PathPlan;
import dev.bridle.study.path.PathPoint;
import dev.bridle.study.path.RegularizationPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything the template shows of a path, as words.
 *
 * @param assets style and scripts
 * @param title of the window
 * @param headline what the path says, in a sentence
 * @param facts a few words each
 * @param warnings what is likely to spoil a result
 * @param choices the marked strengths, and what they are
 * @param figures what the charts are drawn from
 * @param summaries what there is to see in scores, zeros, norms and inputs, in words
 * @param columns the heads of the table after the recipe
 * @param rows the reference, then the strengths, the weakest first
 */
record PathPage(
    Assets assets,
    String title,
    String headline,
    List<String> facts,
    List<String> warnings,
    List<Choice> choices,
    PathFigures figures,
    Summaries summaries,
    List<String> columns,
    List<Row> rows) {

  /**
   * A marked strength.
   *
   * @param name of the mark
   * @param recipe with the strength
   * @param text what it means and what it reaches
   */
  record Choice(String name, String recipe, String text) {}

  /** A sentence for each chart. */
  record Summaries(String scores, String zeros, String norms, String inputs) {}

  /** One strength in the table. */
  record Row(String recipe, String mark, List<Leaderboard.Cell> cells) {}

  static PathPage of(RegularizationPath path, String name, Assets assets) {
    Metric metric = metric(path);
    return new PathPage(
        assets,
        "Bridle path of " + Text.name(name),
        headline(path, metric),
        facts(path),
        warnings(path),
        path.marks().map(marks -> choices(path, marks, metric)).orElse(List.of()),
        PathFigures.of(path, metric),
        summaries(path, metric),
        columns(path, metric),
        rows(path, metric));
  }

  /** The figures as JSON for the scripts. */
  String data() {
    return Json.of(figures);
  }

  private static Metric metric(RegularizationPath path) {
    double size =
        path.points().stream()
            .flatMap(point -> point.validation().stream())
            .mapToDouble(average -> Math.abs(average.mean()))
            .min()
            .orElse(1);
    var metric = path.plan().metric();
    return Metric.of(metric.name(), metric.higherIsBetter(), size);
  }

  private static String headline(RegularizationPath path, Metric metric) {
    if (path.marks().isEmpty()) {
      return "Every training diverged";
    }
    PathPoint best = path.points().get(path.marks().get().best());
    return capital(metric.label())
        + " is best at "
        + Text.name(best.recipe())
        + ": "
        + score(best.validation(), metric)
        + path.reference()
            .validation()
            .map(without -> "; without it " + metric.withUnit(without.mean()))
            .orElse("");
  }

  private static List<String> facts(RegularizationPath path) {
    PathPlan plan = path.plan();
    return List.of(
        Numbers.count(path.points().size(), "strength"),
        Numbers.count(plan.replicates(), "replicate"),
        Text.name(plan.architecture().toString()),
        Text.name(plan.training().toString()),
        "seed " + plan.seed());
  }

  private static List<String> warnings(RegularizationPath path) {
    List<String> warnings = new ArrayList<>();
    if (path.failed() > 0) {
      warnings.add(
          Numbers.count(path.failed())
              + " of "
              + Numbers.count(path.plan().networks(), "training")
              + " diverged and count in no mean.");
    }
    if (path.marks().filter(Marks::atBorder).isPresent()) {
      warnings.add("The best strength is the first or the last: a longer path may find a better.");
    }
    if (path.plan().replicates() < 2) {
      warnings.add("One replicate has no standard error: only equal scores tie with the best.");
    }
    return warnings;
  }

  private static List<Choice> choices(RegularizationPath path, Marks marks, Metric metric) {
    return List.of(
        choice("Best", path, marks.best(), metric, "the best mean validation score"),
        choice(
            "One standard error",
            path,
            marks.strongest(),
            metric,
            "the strongest whose difference to the best is within one standard error: the simplest"
                + " network that is about as good"),
        choice(
            "A study's choice",
            path,
            marks.weakest(),
            metric,
            "the weakest within one standard error: bridle compare would take it"));
  }

  private static Choice choice(
      String name, RegularizationPath path, int place, Metric metric, String meaning) {
    PathPoint point = path.points().get(place);
    double weights = point.layers().stream().mapToDouble(LayerState::weights).sum();
    double zeros = point.layers().stream().mapToDouble(LayerState::zeros).sum();
    return new Choice(
        name,
        Text.name(point.recipe()),
        capital(meaning)
            + ". Validation "
            + score(point.validation(), metric)
            + ", training "
            + score(point.train(), metric)
            + "; "
            + percent(zeros / weights)
            + " zeros, "
            + inputs(point)
            + " alive; bridle prune leaves "
            + Numbers.count(Math.round(point.parameters()), "parameter")
            + ".");
  }

  private static Summaries summaries(RegularizationPath path, Metric metric) {
    List<PathPoint> seen = path.points().stream().filter(p -> p.validation().isPresent()).toList();
    if (seen.isEmpty()) {
      return new Summaries("", "", "", "");
    }
    PathPoint weak = seen.get(0);
    PathPoint strong = seen.get(seen.size() - 1);
    return new Summaries(
        "From the weakest strength to the strongest, validation goes from "
            + score(weak.validation(), metric)
            + " to "
            + score(strong.validation(), metric)
            + ", training from "
            + score(weak.train(), metric)
            + " to "
            + score(strong.train(), metric)
            + ".",
        "From the weakest strength to the strongest: "
            + layers(weak, strong, layer -> percent(layer.share()))
            + ".",
        "From the weakest strength to the strongest: "
            + layers(weak, strong, layer -> Numbers.fixed(layer.norm(), 2))
            + ".",
        "Alive are "
            + inputs(weak)
            + " at the weakest strength, "
            + inputs(strong)
            + " at the strongest.");
  }

  private static String layers(
      PathPoint weak, PathPoint strong, java.util.function.Function<LayerState, String> text) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < weak.layers().size(); i++) {
      LayerState from = weak.layers().get(i);
      all.add(from.layer() + " " + text.apply(from) + " to " + text.apply(strong.layers().get(i)));
    }
    return String.join(", ", all);
  }

  private static List<String> columns(RegularizationPath path, Metric metric) {
    String unit = metric.percent() ? ", %" : "";
    return Stream.of(
            Stream.of("Validation" + unit, "Training" + unit),
            path.layers().stream().map(layer -> "Zeros in " + layer + ", %"),
            path.layers().stream().map(layer -> "Norm of " + layer),
            Stream.of("Inputs alive", "Parameters left"))
        .flatMap(names -> names)
        .toList();
  }

  private static List<Row> rows(RegularizationPath path, Metric metric) {
    List<Row> rows = new ArrayList<>();
    PathPoint reference = path.reference();
    rows.add(new Row(Text.name(reference.recipe()), "reference", cells(path, reference, metric)));
    for (int i = 0; i < path.points().size(); i++) {
      PathPoint point = path.points().get(i);
      rows.add(
          new Row(Text.name(point.recipe()), mark(path.marks(), i), cells(path, point, metric)));
    }
    return rows;
  }

  private static String mark(Optional<Marks> marks, int place) {
    List<String> names = new ArrayList<>();
    marks.filter(m -> m.best() == place).ifPresent(m -> names.add("best"));
    marks.filter(m -> m.strongest() == place).ifPresent(m -> names.add("one standard error"));
    return String.join(", ", names);
  }

  private static List<Leaderboard.Cell> cells(
      RegularizationPath path, PathPoint point, Metric metric) {
    List<Leaderboard.Cell> cells = new ArrayList<>();
    cells.add(cell(point.validation(), metric));
    cells.add(cell(point.train(), metric));
    if (point.layers().isEmpty()) {
      path.layers().forEach(layer -> cells.add(Leaderboard.Cell.none()));
      path.layers().forEach(layer -> cells.add(Leaderboard.Cell.none()));
      cells.add(Leaderboard.Cell.none());
      cells.add(Leaderboard.Cell.none());
      return cells;
    }
    point
        .layers()
        .forEach(l -> cells.add(Leaderboard.Cell.of(fixed(100 * l.share(), 1), l.share())));
    point.layers().forEach(l -> cells.add(Leaderboard.Cell.of(fixed(l.norm(), 3), l.norm())));
    cells.add(Leaderboard.Cell.of(count(point.alive()), point.alive()));
    cells.add(
        Leaderboard.Cell.of(Numbers.count(Math.round(point.parameters())), point.parameters()));
    return cells;
  }

  private static Leaderboard.Cell cell(Optional<Average> average, Metric metric) {
    return average
        .map(
            a ->
                Leaderboard.Cell.of(
                    metric.score(a.mean()) + " ± " + metric.score(a.error()), a.mean()))
        .orElseGet(Leaderboard.Cell::none);
  }

  private static String score(Optional<Average> average, Metric metric) {
    return average.map(a -> metric.withUnit(a.mean())).orElse("–");
  }

  private static String inputs(PathPoint point) {
    return count(point.alive()) + " of " + count(point.inputs()) + " inputs";
  }

  /** A mean of counts: without decimals where it is whole. */
  private static String count(double mean) {
    return mean == Math.rint(mean) ? Numbers.count(Math.round(mean)) : Numbers.fixed(mean, 1);
  }

  private static String fixed(double value, int decimals) {
    return Numbers.fixed(value, decimals);
  }

  private static String percent(double share) {
    return Numbers.fixed(100 * share, 1) + Numbers.PERCENT;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
