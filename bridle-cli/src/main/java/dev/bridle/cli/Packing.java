package dev.bridle.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which networks are trained together, as populations. That changes how long it takes, and no bit
 * of the results.
 *
 * <p>A population holds arms of one structure. It is as large as its weights and the state of its
 * update rule fit the caches of a core, and small enough that every thread has one.
 */
final class Packing {
  private static final int CACHE = 8 << 20; // bytes
  private static final int BYTES_A_WEIGHT = 16; // value, gradient and two means, 4 bytes each
  private static final int MOST = 64;

  private Packing() {}

  /** All units of an experiment; arms of one replicate side by side, since they share data. */
  static List<List<Unit>> of(Experiment experiment, int threads) {
    List<List<Unit>> populations = new ArrayList<>();
    int share = (experiment.networks() + threads - 1) / threads;
    for (List<Integer> arms : byStructure(experiment).values()) {
      int most = Math.min(share, fitting(experiment.arms().get(arms.get(0)).parameters()));
      populations.addAll(cut(units(arms, experiment.replicates()), most));
    }
    return populations;
  }

  /** How many networks of so many weights fit the caches, at least one. */
  static int fitting(int parameters) {
    long bytes = (long) parameters * BYTES_A_WEIGHT;
    return (int) Math.min(MOST, Math.max(1, CACHE / bytes));
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

  private static List<List<Unit>> cut(List<Unit> units, int most) {
    List<List<Unit>> pieces = new ArrayList<>();
    for (int from = 0; from < units.size(); from += most) {
      pieces.add(List.copyOf(units.subList(from, Math.min(from + most, units.size()))));
    }
    return pieces;
  }
}
