package dev.bridle.study.run;

import dev.bridle.recipe.Recipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs units into populations: one structure of recipe each, members of one replicate side by
 * side, so many that their weights stay in the processor's cache. Results do not depend on the
 * packing.
 */
final class Batching {
  /**
   * Weights, gradients and two moments of all members should fit into a core's second-level cache.
   */
  private static final long CACHE_BYTES = 4L << 20;

  private static final int BYTES_PER_PARAMETER = 16;
  private static final int MOST = 64;
  private static final int FEWEST = 5;

  private Batching() {}

  /** Populations of at most as many members as suit networks of {@code parameters} weights. */
  static List<List<Unit>> pack(List<Unit> units, int parameters) {
    Map<String, List<Unit>> byStructure = new LinkedHashMap<>();
    units.stream()
        .sorted(Comparator.comparing(Unit::phase).thenComparingInt(Unit::replicate))
        .forEach(
            unit -> byStructure.computeIfAbsent(structure(unit), s -> new ArrayList<>()).add(unit));
    int size = size(parameters);
    List<List<Unit>> packs = new ArrayList<>();
    for (List<Unit> alike : byStructure.values()) {
      for (int from = 0; from < alike.size(); from += size) {
        packs.add(List.copyOf(alike.subList(from, Math.min(from + size, alike.size()))));
      }
    }
    packs.sort(Comparator.comparingInt((List<Unit> pack) -> -pack.size())); // longest first
    return packs;
  }

  static int size(int parameters) {
    long fits = CACHE_BYTES / ((long) parameters * BYTES_PER_PARAMETER);
    return (int) Math.min(Math.max(fits, FEWEST), MOST);
  }

  private static String structure(Unit unit) {
    return unit.phase() + " " + Recipe.parse(unit.recipe()).structure();
  }
}
