package dev.bridle.cli;

import dev.bridle.model.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an experiment came to.
 *
 * @param experiment what was trained
 * @param arms what each recipe came to, in the experiment's order
 * @param network that of the last recipe and the first replicate
 */
record Results(Experiment experiment, List<ArmResult> arms, TrainedNetwork network) {
  /** Copies the list. */
  Results {
    arms = List.copyOf(arms);
  }

  /** Sorts trials by recipe and replicate. */
  static Results of(
      Experiment experiment, Map<Unit, Trial> trials, Map<Unit, TrainedNetwork> networks) {
    List<ArmResult> arms = new ArrayList<>();
    for (int arm = 0; arm < experiment.arms().size(); arm++) {
      arms.add(
          new ArmResult(
              experiment.arms().get(arm),
              trials(trials, arm, experiment.replicates()),
              trials(trials, 0, experiment.replicates())));
    }
    TrainedNetwork network = Optional.ofNullable(networks.get(experiment.kept())).orElseThrow();
    return new Results(experiment, arms, network);
  }

  private static List<Trial> trials(Map<Unit, Trial> trials, int arm, int replicates) {
    return IntStream.range(0, replicates)
        .mapToObj(replicate -> Optional.ofNullable(trials.get(new Unit(arm, replicate))))
        .map(Optional::orElseThrow)
        .toList();
  }

  /** What the recipes that were asked for came to, the added baseline left out. */
  List<ArmResult> wanted() {
    return arms.size() == 1 ? arms : arms.subList(1, arms.size());
  }

  /** Whether no network of what was asked for is worth anything. */
  boolean failed() {
    return wanted().stream().allMatch(arm -> arm.finished().isEmpty());
  }

  /** The trial of the network that is kept. */
  Trial kept() {
    return arms.get(arms.size() - 1).trials().get(0);
  }
}
