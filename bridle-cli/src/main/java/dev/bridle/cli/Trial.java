package dev.bridle.cli;

import dev.bridle.diagnostic.Diagnostics;
import dev.bridle.metric.Metric;
import dev.bridle.metric.Scores;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import dev.bridle.train.Ledger;
import dev.bridle.train.Outcome;
import dev.bridle.train.TrainingResult;
import java.util.Arrays;
import java.util.List;

/**
 * What is kept of one network that has been trained; the network itself is not.
 *
 * @param unit which recipe on which draw of chance
 * @param outcome how its training ended
 * @param train scores on the rows it was trained on
 * @param validation scores on the rows that early stopping may look at
 * @param test scores on rows that it has not seen
 * @param ledger what each penalty amounts to
 * @param zeros share of its weights, biases not counted, that are exactly 0
 * @param diagnostics what the recipe did to it
 * @param seconds its share of the time its population took
 */
record Trial(
    Unit unit,
    Outcome outcome,
    Scores train,
    Scores validation,
    Scores test,
    Ledger ledger,
    double zeros,
    Diagnostics diagnostics,
    double seconds) {

  /** What is kept of a result. */
  static Trial of(Unit unit, TrainingResult result, double seconds) {
    return new Trial(
        unit,
        result.outcome(),
        result.train(),
        result.validation(),
        result.test(),
        result.ledger(),
        shareOfZeros(result.network()),
        result.diagnostics(),
        seconds);
  }

  /** Whether its loss ceased to be finite, so that its scores mean nothing. */
  boolean diverged() {
    return outcome instanceof Outcome.Diverged;
  }

  /** By how much it is worse on new rows than on those it was trained on. */
  double gap(Metric metric) {
    return gain(metric, train, test);
  }

  /** By how much it is better on new rows than another network. */
  double betterThan(Trial other, Metric metric) {
    return gain(metric, test, other.test);
  }

  private static double gain(Metric metric, Scores better, Scores worse) {
    double difference = better.get(metric) - worse.get(metric);
    return metric.higherIsBetter() ? difference : 0.0 - difference;
  }

  private static double shareOfZeros(TrainedNetwork network) {
    List<WeightSpec> kernels =
        network.compiled().layout(List.of()).weights().stream()
            .filter(weight -> weight.role() == Role.KERNEL)
            .toList();
    long zeros = 0;
    long all = 0;
    for (WeightSpec kernel : kernels) {
      double[] values = network.values(kernel.name());
      zeros += Arrays.stream(values).filter(value -> value == 0).count();
      all += values.length;
    }
    return (double) zeros / all;
  }
}
