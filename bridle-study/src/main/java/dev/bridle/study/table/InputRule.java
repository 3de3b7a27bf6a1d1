package dev.bridle.study.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one column of a table becomes one or more input numbers, as fitted to the training rows. */
public sealed interface InputRule permits NumberRule, CategoryRule {

  /** The name of the column it reads. */
  String column();

  /** The names of the inputs it makes: {@code age}, {@code age missing}, {@code color=red}. */
  List<String> features();

  /** In words, why a column of that name cannot be used; empty if it can. */
  Optional<String> mismatch(Column found, Table table);

  /**
   * Writes the inputs of some rows: those of {@code rows[i]} from {@code out[i * width + at]} on.
   */
  void fill(Column column, int[] rows, float[] out, int at, int width);

  /** Writes the rule under keys that begin with a prefix. */
  void write(String prefix, Map<String, String> out);
}
