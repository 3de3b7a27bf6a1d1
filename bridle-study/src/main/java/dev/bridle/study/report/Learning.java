package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Band;
import dev.bridle.study.result.ArmReport.Curves;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The learning curves: the baseline beside one other arm, which the reader may change.
 *
 * @param axis of the losses, the same for all arms
 * @param epochs the longest curve
 * @param baseline the baseline's place in the list; -1 if it has no curves
 * @param rival the place of the arm that is shown beside it at first; -1 if there is none
 * @param arms all arms with curves, the best score first
 */
record Learning(Axis axis, int epochs, int baseline, int rival, List<Lines> arms) {
  /** So many points in all keep a report of 200 arms small; few arms have more each. */
  private static final int POINTS = 20_000;

  private static final int LEAST = 40;
  private static final int MOST = 200;
  private static final int DIGITS = 4;

  /** In this share of the epochs losses may be far above all later ones. */
  private static final double SETTLING = 0.1;

  private static final double FAR = 3;

  /**
   * The curves of one arm.
   *
   * @param label its recipe
   * @param train of the training batches
   * @param validation of the stopping rows
   * @param summary what there is to see, in words
   */
  record Lines(String label, Line train, Line validation, String summary) {}

  /**
   * Median and quartiles at some of the epochs.
   *
   * @param epochs which ones, from 1
   * @param low first quartile
   * @param median the median
   * @param high third quartile
   */
  record Line(List<Integer> epochs, List<Double> low, List<Double> median, List<Double> high) {}

  /** The curves; empty if no arm has any. */
  static Optional<Learning> of(Ranking ranking) {
    List<ArmReport> arms =
        ranking.arms().stream()
            .filter(arm -> arm.curves().filter(Learning::some).isPresent())
            .toList();
    if (arms.isEmpty()) {
      return Optional.empty();
    }
    int points = Math.max(LEAST, Math.min(MOST, POINTS / arms.size()));
    List<Lines> lines = arms.stream().map(arm -> lines(arm, points)).toList();
    int baseline = ranking.baseline().map(arms::indexOf).orElse(-1);
    int rival = ranking.rival().map(arms::indexOf).orElse(-1);
    List<Lines> shown =
        IntStream.of(baseline, rival).filter(i -> i >= 0).mapToObj(lines::get).toList();
    return Optional.of(
        new Learning(
            axis(lines, shown),
            lines.stream().flatMap(Learning::both).mapToInt(Learning::last).max().orElse(1),
            baseline,
            rival,
            lines));
  }

  private static boolean some(Curves curves) {
    return !curves.train().median().isEmpty() || !curves.validation().median().isEmpty();
  }

  private static Lines lines(ArmReport arm, int points) {
    Curves curves = arm.curves().orElseThrow();
    return new Lines(
        arm.chosen(),
        thin(curves.train(), points),
        thin(curves.validation(), points),
        arm.chosen() + ": " + summary(curves) + ".");
  }

  /** At most so many epochs, evenly spaced, the first and the last among them. */
  private static Line thin(Band band, int points) {
    int size = band.median().size();
    int kept = Math.min(size, points);
    List<Integer> epochs =
        IntStream.range(0, kept)
            .map(i -> kept < 2 ? 0 : (int) ((long) i * (size - 1) / (kept - 1)))
            .boxed()
            .toList();
    return new Line(
        epochs.stream().map(epoch -> epoch + 1).toList(),
        at(band.low(), epochs),
        at(band.median(), epochs),
        at(band.high(), epochs));
  }

  private static List<Double> at(List<Double> values, List<Integer> epochs) {
    return epochs.stream().map(epoch -> Numbers.rounded(values.get(epoch), DIGITS)).toList();
  }

  private static String summary(Curves curves) {
    List<Double> validation = curves.validation().median();
    List<Double> train = curves.train().median();
    String end =
        train.isEmpty() ? "" : "training loss " + loss(train.get(train.size() - 1)) + " at the end";
    if (validation.isEmpty()) {
      return end;
    }
    int best =
        IntStream.range(0, validation.size())
            .reduce(0, (a, b) -> validation.get(b) < validation.get(a) ? b : a);
    return String.format(
        Locale.ROOT,
        "validation loss %s at its lowest (epoch %s), %s at the end%s",
        loss(validation.get(best)),
        Numbers.count(best + 1),
        loss(validation.get(validation.size() - 1)),
        end.isEmpty() ? "" : "; " + end);
  }

  private static String loss(double value) {
    return Numbers.fixed(value, 3);
  }

  /**
   * The axis on which the two that are shown first can be seen, but for very first epochs that are
   * far above, and nine tenths of all others.
   */
  private static Axis axis(List<Lines> all, List<Lines> shown) {
    double[] lows =
        all.stream()
            .flatMap(Learning::both)
            .flatMap(line -> line.low().stream())
            .mapToDouble(low -> low)
            .toArray();
    double[] highs = highs(all, 0).sorted().toArray();
    double settled = highs(shown, SETTLING).max().orElse(0);
    double start = highs(shown, 0).max().orElse(0);
    double most = start > FAR * settled ? settled : start;
    return Axis.covering(
        Math.min(0, Arrays.stream(lows).min().orElse(0)),
        Math.max(most, highs[(highs.length - 1) * 9 / 10]));
  }

  /** Third quartiles after a share of the epochs. */
  private static DoubleStream highs(List<Lines> lines, double share) {
    return lines.stream()
        .flatMap(Learning::both)
        .flatMap(line -> line.high().stream().skip((long) (share * line.high().size())))
        .mapToDouble(high -> high);
  }

  private static Stream<Line> both(Lines lines) {
    return Stream.of(lines.train(), lines.validation());
  }

  private static int last(Line line) {
    return line.epochs().isEmpty() ? 0 : line.epochs().get(line.epochs().size() - 1);
  }
}
