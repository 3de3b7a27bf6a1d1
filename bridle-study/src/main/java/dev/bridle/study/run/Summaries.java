package dev.bridle.study.run;

import dev.bridle.metric.CalibrationError;
import dev.bridle.study.result.ArmReport.Band;
import dev.bridle.study.result.ArmReport.Bin;
import dev.bridle.study.result.ArmReport.Curves;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Several runs of one arm in a few numbers. */
final class Summaries {
  private static final int BINS = 10;

  private Summaries() {}

  /** Median and quartiles of the losses by epoch; runs that stopped early keep their last loss. */
  static Optional<Curves> curves(List<UnitResult> runs) {
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Curves(band(runs, UnitResult::trainCurve), band(runs, UnitResult::validationCurve)));
  }

  private static Band band(List<UnitResult> runs, Function<UnitResult, List<Double>> curve) {
    int epochs = runs.stream().mapToInt(r -> curve.apply(r).size()).max().orElse(0);
    List<Double> low = new ArrayList<>();
    List<Double> median = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      int e = epoch;
      double[] losses =
          runs.stream()
              .map(curve)
              .filter(c -> !c.isEmpty())
              .mapToDouble(c -> c.get(Math.min(e, c.size() - 1)))
              .sorted()
              .toArray();
      low.add(quantile(losses, 0.25));
      median.add(quantile(losses, 0.5));
      high.add(quantile(losses, 0.75));
    }
    return new Band(low, median, high);
  }

  /** Linear between order statistics (Hyndman and Fan's type 7, as R and NumPy). */
  static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** The bins of all runs together. */
  static List<Bin> reliability(List<UnitResult> runs) {
    double[] confidence = new double[BINS];
    double[] right = new double[BINS];
    int[] count = new int[BINS];
    for (UnitResult run : runs) {
      for (CalibrationError.Bin bin : run.bins()) {
        int b = Math.min(BINS - 1, (int) (bin.confidence() * BINS));
        confidence[b] += bin.confidence() * bin.count();
        right[b] += bin.accuracy() * bin.count();
        count[b] += bin.count();
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (count[b] > 0) {
        bins.add(new Bin(confidence[b] / count[b], right[b] / count[b], count[b]));
      }
    }
    return bins;
  }

  /** Standard error of the mean; empty for fewer than two runs. */
  static Optional<Double> standardError(
      List<UnitResult> runs, ToDoubleFunction<UnitResult> number) {
    int n = runs.size();
    if (n < 2) {
      return Optional.empty();
    }
    double mean = runs.stream().mapToDouble(number).average().orElseThrow();
    double squares =
        runs.stream().mapToDouble(r -> Math.pow(number.applyAsDouble(r) - mean, 2)).sum();
    return Assembler.finite(Math.sqrt(squares / (n - 1) / n));
  }
}
