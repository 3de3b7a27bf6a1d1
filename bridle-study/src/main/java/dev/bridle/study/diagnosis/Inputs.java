package dev.bridle.study.diagnosis;

import dev.bridle.study.table.Column;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.Table;
import dev.bridle.tensor.Key;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows as a network sees them, feature by feature: {@code [D][N]}, standardised, categories one by
 * one. More than 256 features are hashed to 256: each is added to one of them, chosen by its
 * number, with a random sign, which keeps distances and inner products in expectation. See
 * Weinberger et al., Feature hashing for large scale multitask learning, ICML 2009.
 */
final class Inputs {
  /** Numbers that a row is made of, at most. */
  static final int MOST = 256;

  private static final Key SIGNS = Key.of(0).at("feature hashing");

  private Inputs() {}

  /** All rows of a table, by rules that were fitted to it. */
  static float[][] of(Table table, List<InputRule> rules) {
    int features = rules.stream().mapToInt(rule -> rule.features().size()).sum();
    int[] all = IntStream.range(0, table.rows()).toArray();
    float[][] inputs = new float[Math.min(features, MOST)][table.rows()];
    int at = 0;
    for (InputRule rule : rules) {
      Column column = table.column(rule.column()).orElseThrow();
      int width = rule.features().size();
      float[] filled = new float[all.length * width];
      rule.fill(column, all, filled, 0, width);
      for (int f = 0; f < width; f++, at++) {
        long bits = SIGNS.at(at).bits();
        int place = features <= MOST ? at : (int) Long.remainderUnsigned(bits >>> 1, MOST);
        add(filled, f, width, features <= MOST || (bits & 1) == 0 ? 1 : -1, inputs[place]);
      }
    }
    return inputs;
  }

  private static void add(float[] from, int at, int width, float sign, float[] to) {
    for (int row = 0; row < to.length; row++) {
      to[row] += sign * from[row * width + at];
    }
  }
}
