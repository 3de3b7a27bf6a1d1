package dev.bridle.study.store;

import dev.bridle.metric.CalibrationError.Bin;
import dev.bridle.train.History;
import dev.bridle.train.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the training of one unit left behind.
 *
 * <p>Numbers come back from the store as they went in, to the bit, infinities and NaN included; two
 * things are made equal beforehand: a metric's -0 is 0, and a part without metrics is left out.
 *
 * @param key which unit
 * @param outcome how it ended
 * @param metrics numbers by part and name: {@code score -> accuracy -> 0.91}
 * @param history losses over the epochs
 * @param reliability predicted probability against share of right answers; empty for a regression
 * @param zeroFraction share of weights that are exactly 0, or NaN
 * @param weightNorm Euclidean norm of all weights, NaN or infinite if it diverged
 * @param seconds it took, measured by a clock that only goes forward
 * @param weights the trained weights, if they are kept in the store
 * @param weightsFile the trained weights, if they are kept in a file beside it
 */
public record UnitResult(
    UnitKey key,
    Outcome outcome,
    Map<String, Map<String, Double>> metrics,
    History history,
    List<Bin> reliability,
    double zeroFraction,
    double weightNorm,
    double seconds,
    Optional<Bytes> weights,
    Optional<StoredFile> weightsFile) {

  /** Checks ranges, copies and sorts. */
  public UnitResult {
    metrics = sorted(metrics);
    reliability = reliability.stream().map(UnitResult::unsigned).toList();
    zeroFraction = Require.inRangeOrUnknown("zeroFraction", zeroFraction, 0, 1);
    weightNorm = Require.inRangeOrUnknown("weightNorm", weightNorm, 0, Double.POSITIVE_INFINITY);
    if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "seconds = " + seconds + ": expected a finite number >= 0");
    }
    seconds = Require.unsignedZero(seconds);
  }

  /** The same with another time. */
  public UnitResult withSeconds(double other) {
    return new UnitResult(
        key,
        outcome,
        metrics,
        history,
        reliability,
        zeroFraction,
        weightNorm,
        other,
        weights,
        weightsFile);
  }

  /** Whether both say the same, however long it took them: two trainings of one unit do. */
  public boolean sameApartFromTime(UnitResult other) {
    return withSeconds(0).equals(other.withSeconds(0));
  }

  private static SortedMap<String, Map<String, Double>> sorted(
      Map<String, Map<String, Double>> metrics) {
    SortedMap<String, Map<String, Double>> parts = new TreeMap<>();
    metrics.forEach(
        (part, numbers) -> {
          Require.line("part", part);
          SortedMap<String, Double> byName = new TreeMap<>();
          numbers.forEach(
              (name, value) -> {
                Require.line("metric", name);
                byName.put(name, Require.unsignedZero(value));
              });
          if (!byName.isEmpty()) {
            parts.put(part, Collections.unmodifiableSortedMap(byName));
          }
        });
    return Collections.unmodifiableSortedMap(parts);
  }

  private static Bin unsigned(Bin bin) {
    return new Bin(
        Require.unsignedZero(bin.confidence()), Require.unsignedZero(bin.accuracy()), bin.count());
  }
}
