package dev.bridle.study.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Columns that tell the class by themselves. */
final class ClassLeak implements LeakCheck {
  private final int[] labels;
  private final int classes;

  /** For rows of these labels {@code [N]}, each below the number of classes. */
  ClassLeak(int[] labels, int classes) {
    this.labels = labels;
    this.classes = classes;
  }

  @Override
  public Optional<Note> note(Column column) {
    if (isRecoding(column)) {
      return Optional.of(
          LeakCheck.warning(column, "is the target in other words: one value for each class"));
    }
    if (column instanceof NumberColumn numbers && separates(numbers.values())) {
      return Optional.of(
          LeakCheck.warning(
              column, "tells the classes apart by itself: its ranges in them do not overlap"));
    }
    return Optional.empty();
  }

  /** Whether each class has one value (a missing one counts) and each value one class. */
  private boolean isRecoding(Column column) {
    Map<Object, Integer> labelOf = new HashMap<>();
    Object[] valueOf = new Object[classes];
    for (int row = 0; row < labels.length; row++) {
      Object value = value(column, row);
      Object usual = valueOf[labels[row]] == null ? value : valueOf[labels[row]];
      valueOf[labels[row]] = usual;
      if (!usual.equals(value) || labelOf.merge(value, labels[row], Integer::max) != labels[row]) {
        return false;
      }
    }
    return true;
  }

  private static Object value(Column column, int row) {
    return column instanceof NumberColumn numbers
        ? (Object) (numbers.values()[row] + 0.0) // no -0.0
        : (Object) ((CategoryColumn) column).codes()[row];
  }

  private boolean separates(double[] values) {
    double[] low = new double[classes];
    double[] high = new double[classes];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    int present = 0;
    for (int row = 0; row < values.length; row++) {
      if (!Double.isNaN(values[row])) {
        present++;
        low[labels[row]] = Math.min(low[labels[row]], values[row]);
        high[labels[row]] = Math.max(high[labels[row]], values[row]);
      }
    }
    int[] order =
        IntStream.range(0, classes)
            .boxed()
            .sorted((a, b) -> Double.compare(low[a], low[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    boolean apart = present >= MIN_ROWS && high[order[classes - 1]] != Double.NEGATIVE_INFINITY;
    for (int i = 1; i < classes && apart; i++) {
      apart = high[order[i - 1]] < low[order[i]];
    }
    return apart;
  }
}
