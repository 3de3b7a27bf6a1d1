package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recipes that are not decided, with what would decide them.
 *
 * @param outlook the sentence they share
 * @param recipes the recipes, the best score first
 */
record Open(String outlook, List<String> recipes) {

  /** The undecided arms by outlook, in the order of the ranking. */
  static List<Open> of(Ranking ranking) {
    Map<String, List<String>> recipes = new LinkedHashMap<>();
    for (ArmReport arm : ranking.arms()) {
      if (arm.verdict().equals("undecided")) {
        String outlook =
            arm.outlook().isEmpty() ? "more replicates would be needed" : arm.outlook();
        recipes.computeIfAbsent(outlook, key -> new ArrayList<>()).add(arm.chosen());
      }
    }
    return recipes.entrySet().stream()
        .map(entry -> new Open(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }
}
