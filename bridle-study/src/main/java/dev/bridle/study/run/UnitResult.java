package dev.bridle.study.run;

import dev.bridle.metric.CalibrationError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one training of a study gave.
 *
 * @param unit which training
 * @param outcome {@code completed}, {@code stopped} or {@code diverged}
 * @param updates updates done, or the one at which it diverged
 * @param bestEpoch the epoch whose weights count, counted from 1; 0 where that is the last
 * @param train metrics of the training part by name
 * @param validation metrics of the stopping part
 * @param score metrics of the scoring part
 * @param trainCurve training loss by epoch
 * @param validationCurve loss of the stopping part by epoch
 * @param bins reliability of the scoring part's predictions; none for a regression
 * @param zeroFraction share of weights that are exactly 0
 * @param weightNorm Euclidean norm of all kernels together
 * @param seconds its share of the time its population took
 */
public record UnitResult(
    Unit unit,
    String outcome,
    int updates,
    int bestEpoch,
    Map<String, Double> train,
    Map<String, Double> validation,
    Map<String, Double> score,
    List<Double> trainCurve,
    List<Double> validationCurve,
    List<CalibrationError.Bin> bins,
    double zeroFraction,
    double weightNorm,
    double seconds) {

  /** Copies lists and maps. */
  public UnitResult {
    train = Collections.unmodifiableMap(new LinkedHashMap<>(train));
    validation = Collections.unmodifiableMap(new LinkedHashMap<>(validation));
    score = Collections.unmodifiableMap(new LinkedHashMap<>(score));
    trainCurve = List.copyOf(trainCurve);
    validationCurve = List.copyOf(validationCurve);
    bins = List.copyOf(bins);
  }

  /** Whether its loss ceased to be finite. */
  public boolean diverged() {
    return outcome.equals("diverged");
  }

  /** A metric of the scoring part; NaN for a training that diverged. */
  public double score(String metric) {
    return diverged() ? Double.NaN : score.getOrDefault(metric, Double.NaN);
  }
}
