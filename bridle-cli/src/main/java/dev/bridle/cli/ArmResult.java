package dev.bridle.cli;

import dev.bridle.diagnostic.Finding;
import dev.bridle.metric.Metric;
import dev.bridle.metric.Scores;
import dev.bridle.train.Ledger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What one recipe came to, over all replicates. Networks that diverged count in no mean.
 *
 * @param arm the recipe
 * @param trials its networks, by replicate
 * @param baseline those of the recipe without any regularizer, by replicate
 */
record ArmResult(Arm arm, List<Trial> trials, List<Trial> baseline) {
  /** Copies the lists. */
  ArmResult {
    trials = List.copyOf(trials);
    baseline = List.copyOf(baseline);
  }

  /** The networks that are worth something. */
  List<Trial> finished() {
    return trials.stream().filter(trial -> !trial.diverged()).toList();
  }

  /** The networks that are not. */
  List<Trial> diverged() {
    return trials.stream().filter(Trial::diverged).toList();
  }

  /** A metric on one part of the data. */
  Summary score(Function<Trial, Scores> part, Metric metric) {
    return over(trial -> part.apply(trial).get(metric));
  }

  /** Any number of the networks that are worth something. */
  Summary over(ToDoubleFunction<Trial> number) {
    return Summary.of(finished().stream().mapToDouble(number));
  }

  /** By how much it is better than the baseline on new rows, replicate by replicate. */
  Summary betterThanBaseline(Metric metric) {
    return Summary.of(
        finished().stream()
            .filter(trial -> !baseline.get(trial.unit().replicate()).diverged())
            .mapToDouble(t -> t.betterThan(baseline.get(t.unit().replicate()), metric)));
  }

  /** Whether the recipe has a penalty, so that there is something to account for. */
  boolean hasPenalties() {
    return trials.stream().anyMatch(trial -> !trial.ledger().lines().isEmpty());
  }

  /** What each penalty amounts to on each weight, by the penalty's and the weight's name. */
  Map<List<String>, Summary> ledger() {
    Map<List<String>, Summary> ledger = new LinkedHashMap<>();
    for (Ledger.Line line : trials.get(0).ledger().lines()) {
      List<String> key = List.of(line.penalty(), line.weight());
      ledger.put(key, over(trial -> value(trial.ledger(), key)));
    }
    return ledger;
  }

  /**
   * What was found, the worst first, and in how many networks: of like findings the first stands
   * for all.
   */
  Map<Finding, Integer> findings() {
    Map<List<String>, List<Finding>> alike =
        finished().stream()
            .flatMap(trial -> trial.diagnostics().findings().stream())
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .collect(
                Collectors.groupingBy(
                    f -> List.of(f.kind(), f.term(), f.weight()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<Finding, Integer> findings = new LinkedHashMap<>();
    alike.values().forEach(list -> findings.put(list.get(0), list.size()));
    return findings;
  }

  private static double value(Ledger ledger, List<String> key) {
    return ledger.lines().stream()
        .filter(line -> List.of(line.penalty(), line.weight()).equals(key))
        .mapToDouble(Ledger.Line::value)
        .sum();
  }

  /** All time its networks took, in seconds of one thread. */
  double seconds() {
    return trials.stream().mapToDouble(Trial::seconds).sum();
  }
}
