package dev.bridle.study.report;

import dev.bridle.study.path.Average;
import dev.bridle.study.path.Marks;
import dev.bridle.study.path.PathPoint;
import dev.bridle.study.path.RegularizationPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What the charts of a path are drawn from; the scripts get it as JSON.
 *
 * @param strength the name of the axis of strengths
 * @param scale {@code log}, or {@code value} where strengths are near each other or 0
 * @param turned whether large numbers are weak ones, so that they stand on the left
 * @param unit of the scores
 * @param axis of the scores
 * @param scores the strengths that have one, the weakest first
 * @param zeros share of zeros by layer, in percent
 * @param norms norm by layer
 * @param inputs share of inputs alive, in percent
 * @param marks strengths with a name
 */
record PathFigures(
    String strength,
    String scale,
    boolean turned,
    String unit,
    Axis axis,
    List<Score> scores,
    List<Line> zeros,
    List<Line> norms,
    Line inputs,
    List<Mark> marks) {
  /** From this ratio of the largest to the smallest on, strengths are shown logarithmically. */
  private static final double WIDE = 20;

  /** How far scores worse than the weakest's are shown, in ranges of the good side. */
  private static final double GENEROUS = 3;

  private static final int DIGITS = 5;

  /**
   * The scores of one strength.
   *
   * @param x the strength
   * @param mean on rows not trained on
   * @param low the mean minus its standard error
   * @param high the mean plus its standard error
   * @param train on the training rows
   * @param text what a pointer is told
   */
  record Score(double x, double mean, double low, double high, double train, List<String> text) {}

  /**
   * A line over strengths.
   *
   * @param name of what it shows
   * @param points strength and number, pair by pair
   */
  record Line(String name, List<List<Double>> points) {}

  /**
   * A strength with a name.
   *
   * @param x the strength
   * @param text its name
   */
  record Mark(double x, String text) {}

  static PathFigures of(RegularizationPath path, Metric metric) {
    List<PathPoint> seen =
        path.points().stream().filter(point -> point.validation().isPresent()).toList();
    List<Line> zeros = new ArrayList<>();
    List<Line> norms = new ArrayList<>();
    for (int i = 0; i < path.layers().size(); i++) {
      int layer = i;
      String name = path.layers().get(i);
      zeros.add(line(name, seen, point -> 100 * point.layers().get(layer).share()));
      norms.add(line(name, seen, point -> point.layers().get(layer).norm()));
    }
    return new PathFigures(
        path.plan().sweep().label(),
        scale(path),
        path.plan().sweep().limit(),
        metric.axis(),
        axis(seen, path.marks(), path, metric),
        seen.stream().flatMap(point -> score(point, metric)).toList(),
        zeros,
        norms,
        line("inputs", seen, point -> 100 * point.alive() / point.inputs()),
        path.marks().map(marks -> marks(path, marks)).orElse(List.of()));
  }

  private static String scale(RegularizationPath path) {
    double[] strengths = path.points().stream().mapToDouble(PathPoint::strength).sorted().toArray();
    double least = strengths[0];
    return least > 0 && strengths[strengths.length - 1] > WIDE * least ? "log" : "value";
  }

  private static Stream<Score> score(PathPoint point, Metric metric) {
    if (point.validation().isEmpty() || point.train().isEmpty()) {
      return Stream.empty();
    }
    Average validation = point.validation().get();
    double train = point.train().get().mean();
    return Stream.of(
        new Score(
            point.strength(),
            metric.shown(validation.mean()),
            metric.shown(validation.mean() - validation.error()),
            metric.shown(validation.mean() + validation.error()),
            metric.shown(train),
            List.of(
                point.recipe(),
                "validation " + metric.withUnit(validation.mean()),
                "training " + metric.withUnit(train))));
  }

  /** Around the best: a strength that ruins everything must not press the others together. */
  private static Axis axis(
      List<PathPoint> seen, Optional<Marks> marks, RegularizationPath path, Metric metric) {
    OptionalDouble best =
        marks.stream()
            .flatMap(m -> path.points().get(m.best()).validation().stream())
            .mapToDouble(average -> metric.shown(average.mean()))
            .findFirst();
    if (best.isEmpty()) {
      return Axis.covering(0, 1);
    }
    List<Double> shown =
        seen.stream()
            .flatMap(point -> score(point, metric))
            .flatMap(s -> Stream.of(s.low, s.high, s.train))
            .toList();
    return Axis.clipped(best.getAsDouble(), shown, metric.higherIsBetter(), 0, GENEROUS);
  }

  private static Line line(String name, List<PathPoint> seen, ToDoubleFunction<PathPoint> number) {
    return new Line(
        name,
        seen.stream()
            .map(p -> List.of(p.strength(), Numbers.rounded(number.applyAsDouble(p), DIGITS)))
            .toList());
  }

  private static List<Mark> marks(RegularizationPath path, Marks marks) {
    List<Mark> all = new ArrayList<>();
    double best = path.points().get(marks.best()).strength();
    boolean same = marks.best() == marks.strongest();
    all.add(new Mark(best, same ? "best, one standard error" : "best"));
    if (!same) {
      double strongest = path.points().get(marks.strongest()).strength();
      all.add(new Mark(strongest, "one standard error"));
    }
    return all;
  }
}
