package dev.bridle.study.path;

import dev.bridle.study.statistics.CorrectedT;
import dev.bridle.study.statistics.PairedDifferences;
import java.util.List;
import java.util.Optional;

/**
 * A mean over replicates with its standard error \( s / \sqrt n \).
 *
 * @param mean the mean
 * @param error its standard error; 0 for one replicate, which has none
 */
public record Average(double mean, double error) {

  /** The mean of the finite ones among the numbers; empty if there is none. */
  static Optional<Average> of(List<Double> numbers) {
    List<Double> finite = numbers.stream().filter(Double::isFinite).toList();
    if (finite.isEmpty()) {
      return Optional.empty();
    }
    double mean = finite.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double error =
        finite.size() < 2 ? 0 : CorrectedT.paired(new PairedDifferences(finite)).standardError();
    return Optional.of(new Average(mean, error));
  }
}
