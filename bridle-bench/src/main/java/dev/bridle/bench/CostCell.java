package dev.bridle.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one regularizer adds to a step.
 *
 * @param size of network and batch: {@code small}
 * @param members networks trained together
 * @param rule the update rule
 * @param name of the regularizer, or of what else is compared with the plain step
 * @param recipe of the first member
 * @param cost the plain step, and how many times as much the other takes
 */
record CostCell(String size, int members, String rule, String name, String recipe, Paired cost) {
  static final Columns COLUMNS =
      Columns.of("what", 16)
          .and("size", 6)
          .and("K", 3)
          .and("rule", 14)
          .and("plain", 7)
          .and("cost", 6)
          .and("quartiles", 14);

  /** The line of a table with {@link #COLUMNS}. */
  String row() {
    Spread ratio = cost.ratio();
    return COLUMNS.line(
        List.of(
            name,
            size,
            Integer.toString(members),
            rule,
            Figures.micros(cost.first().median()),
            Figures.times(ratio.median()),
            Figures.times(ratio.low()) + " to " + Figures.times(ratio.high())));
  }

  Map<String, Object> json() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("recipe", recipe);
    map.put("size", size);
    map.put("members", members);
    map.put("rule", rule);
    map.put("plainMicroseconds", Figures.rounded(cost.first().median()));
    map.put("cost", Figures.rounded(cost.ratio().median()));
    map.put("lowerQuartile", Figures.rounded(cost.ratio().low()));
    map.put("upperQuartile", Figures.rounded(cost.ratio().high()));
    return map;
  }
}
