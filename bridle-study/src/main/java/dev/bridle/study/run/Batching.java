package dev.bridle.study.run;

import dev.bridle.recipe.Recipe;
import dev.bridle.train.Load;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs units into populations: one structure of recipe each, members of one replicate side by
 * side. Results do not depend on the packing.
 */
final class Batching {
  private Batching() {}

  /** Populations as large as planned, the longest work first. */
  static List<List<Unit>> pack(List<Unit> units, Load load) {
    Map<String, List<Unit>> byStructure = new LinkedHashMap<>();
    units.stream()
        .sorted(Comparator.comparing(Unit::phase).thenComparingInt(Unit::replicate))
        .forEach(
            unit -> byStructure.computeIfAbsent(structure(unit), s -> new ArrayList<>()).add(unit));
    List<List<Unit>> packs = new ArrayList<>();
    byStructure.values().forEach(alike -> packs.addAll(load.cut(alike)));
    packs.sort(Comparator.comparingInt((List<Unit> pack) -> -pack.size()));
    return packs;
  }

  private static String structure(Unit unit) {
    return unit.phase() + " " + Recipe.parse(unit.recipe()).structure();
  }
}
