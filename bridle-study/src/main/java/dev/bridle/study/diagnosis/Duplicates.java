package dev.bridle.study.diagnosis;

import dev.bridle.study.table.Column;
import dev.bridle.study.table.RowHashes;
import dev.bridle.study.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rows that say the same. Columns that are no inputs, or look like the key of a row, do not count.
 *
 * @param repeated rows that repeat an earlier one, target included
 * @param sameInputs rows that repeat the inputs of an earlier one, whatever the target
 * @param conflicting rows whose inputs stand in another row with another target
 * @param unlearnable of these, the rows that no function of the inputs can get right together with
 *     the others: for each group all but its most frequent class; 0 for a regression
 * @param across how many scored rows are expected to have a twin, by their inputs, among the
 *     trained ones, where each row is trained on with chance 0.8 and scored with 0.2: \( \sum_g
 *     0.2\, n_g (1 - 0.2^{n_g - 1}) \) over groups of \( n_g \) rows
 */
public record Duplicates(
    int repeated, int sameInputs, int conflicting, int unlearnable, double across) {
  /** The chance of a row to be scored. */
  static final double SCORED = 0.2;

  /** Counts them by hashes of 64 bits. */
  static Duplicates of(Table table, List<ColumnProfile> profiles) {
    List<Column> counted = new ArrayList<>();
    for (int i = 0; i < profiles.size(); i++) {
      if (profiles.get(i).isInput() && !profiles.get(i).identifier()) {
        counted.add(table.inputs().get(i));
      }
    }
    if (counted.isEmpty()) {
      return new Duplicates(0, 0, 0, 0, 0); // rows that say nothing do not say the same
    }
    long[] inputs = RowHashes.of(counted, table.rows());
    if (table.target().isEmpty()) {
      return of(inputs, new double[inputs.length], false);
    }
    return of(inputs, Targets.order(table).orElseThrow(), Targets.labels(table).isPresent());
  }

  /**
   * Counts them.
   *
   * @param inputs {@code [N]}, equal for equal inputs
   * @param targets {@code [N]}, a class or a number
   * @param classes whether they are classes
   */
  static Duplicates of(long[] inputs, double[] targets, boolean classes) {
    Map<Long, Map<Double, Integer>> groups = new TreeMap<>();
    long[] twice = twice(inputs);
    for (int row = 0; row < inputs.length; row++) {
      if (Arrays.binarySearch(twice, inputs[row]) >= 0) {
        groups
            .computeIfAbsent(inputs[row], hash -> new HashMap<>())
            .merge(targets[row], 1, Integer::sum);
      }
    }
    int repeated = 0;
    int sameInputs = 0;
    int conflicting = 0;
    int unlearnable = 0;
    double across = 0;
    for (Map<Double, Integer> group : groups.values()) {
      int size = sum(group.values());
      repeated += size - group.size();
      sameInputs += size - 1;
      conflicting += group.size() > 1 ? size : 0;
      unlearnable += classes ? size - Collections.max(group.values()) : 0;
      across += SCORED * size * (1 - Math.pow(SCORED, size - 1));
    }
    return new Duplicates(repeated, sameInputs, conflicting, unlearnable, across);
  }

  /** The hashes that occur more than once, sorted: mostly few, however many rows there are. */
  private static long[] twice(long[] hashes) {
    long[] sorted = hashes.clone();
    Arrays.sort(sorted);
    return IntStream.range(1, sorted.length)
        .filter(i -> sorted[i] == sorted[i - 1])
        .mapToLong(i -> sorted[i])
        .distinct()
        .toArray();
  }

  private static int sum(Collection<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
