package dev.bridle.study.diagnosis;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many rows each class has.
 *
 * @param classes their names, in the order of a network's outputs
 * @param rows of each
 */
public record ClassBalance(List<String> classes, List<Integer> rows) {

  /** Copies the lists. */
  public ClassBalance {
    classes = List.copyOf(classes);
    rows = List.copyOf(rows);
  }

  static ClassBalance of(List<String> classes, int... labels) {
    int[] counts = new int[classes.size()];
    IntStream.of(labels).forEach(label -> counts[label]++);
    return new ClassBalance(classes, IntStream.of(counts).boxed().toList());
  }

  /** How many times as many rows the largest class has as the smallest; infinite for an empty. */
  public double ratio() {
    return (double) Collections.max(rows) / Collections.min(rows);
  }

  /** The share of the largest class: the accuracy of always saying it. */
  public double largestShare() {
    return (double) Collections.max(rows) / rows.stream().mapToInt(Integer::intValue).sum();
  }
}
