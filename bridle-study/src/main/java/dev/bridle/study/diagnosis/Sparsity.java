package dev.bridle.study.diagnosis;

import dev.bridle.study.table.CategoryColumn;
import dev.bridle.study.table.CategoryRule;
import dev.bridle.study.table.Column;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.NumberColumn;
import dev.bridle.study.table.Table;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many of the numbers that a network is given are 0, before they are scaled. */
final class Sparsity {
  private Sparsity() {}

  /**
   * The share of zeros among {@code [N, F]}: numbers that are 0, categories that a row does not
   * have, values that are not missing where a feature says that one is.
   */
  static double zeros(Table table, List<InputRule> rules) {
    double zeros = 0;
    double all = 0;
    for (InputRule rule : rules) {
      double features = (double) table.rows() * rule.features().size();
      Column column = table.column(rule.column()).orElseThrow();
      all += features;
      zeros += features - notZero(column, rule);
    }
    return all == 0 ? 0 : zeros / all;
  }

  private static long notZero(Column column, InputRule rule) {
    if (column instanceof NumberColumn numbers) {
      long values = Arrays.stream(numbers.values()).filter(v -> v != 0).count(); // NaN too
      return rule.features().size() == 2 ? values + column.missing() : values;
    }
    return column instanceof CategoryColumn texts && rule instanceof CategoryRule categories
        ? known(texts, categories)
        : column.size();
  }

  private static long known(CategoryColumn column, CategoryRule rule) {
    Set<String> known = new HashSet<>(rule.categories());
    boolean[] has = new boolean[column.dictionary().size()];
    for (int code = 0; code < has.length; code++) {
      has[code] = known.contains(column.dictionary().get(code));
    }
    return Arrays.stream(column.codes())
        .filter(code -> code < 0 ? rule.missing() : has[code])
        .count();
  }
}
