package dev.bridle.cli;

import dev.bridle.train.Load;
import dev.bridle.train.Memory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which networks are trained together: arms of one structure. That changes how long it takes, and
 * no bit of the results.
 */
final class Packing {
  private Packing() {}

  /** How an experiment is spread over threads. */
  static Load load(Experiment experiment, int threads) {
    int rows = experiment.sizes().all();
    int width = experiment.rows().features() + experiment.task().outputs();
    return CommandException.orEnd(
        ExitCode.FAILED,
        () ->
            Load.plan(
                experiment.arms().get(experiment.arms().size() - 1).network(),
                experiment.budget().batch(),
                experiment.networks(),
                threads,
                (long) rows * width,
                Memory.besideTheHeap()));
  }

  /** All units of an experiment; arms of one replicate side by side, since they share data. */
  static List<List<Unit>> of(Experiment experiment, Load load) {
    List<List<Unit>> populations = new ArrayList<>();
    for (List<Integer> arms : byStructure(experiment).values()) {
      populations.addAll(load.cut(units(arms, experiment.replicates())));
    }
    populations.sort(Comparator.comparingInt((List<Unit> units) -> -units.size()));
    return populations;
  }

  private static Map<String, List<Integer>> byStructure(Experiment experiment) {
    Map<String, List<Integer>> arms = new LinkedHashMap<>();
    for (int arm = 0; arm < experiment.arms().size(); arm++) {
      String structure = experiment.arms().get(arm).recipe().structure();
      arms.computeIfAbsent(structure, s -> new ArrayList<>()).add(arm);
    }
    return arms;
  }

  private static List<Unit> units(List<Integer> arms, int replicates) {
    List<Unit> units = new ArrayList<>();
    for (int replicate = 0; replicate < replicates; replicate++) {
      for (int arm : arms) {
        units.add(new Unit(arm, replicate));
      }
    }
    return units;
  }
}
