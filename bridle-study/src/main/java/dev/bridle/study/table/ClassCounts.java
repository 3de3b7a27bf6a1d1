package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The different values of a target column as classes, and how many rows each has.
 *
 * @param classes sorted: numbers by size, texts by their characters
 * @param rows how many rows have each
 */
record ClassCounts(List<String> classes, List<Integer> rows) {

  /** Counts the values of a column in which none is missing. */
  static ClassCounts of(Column column) {
    return column instanceof NumberColumn numbers
        ? ofNumbers(numbers.values())
        : ofTexts((CategoryColumn) column);
  }

  private static ClassCounts ofNumbers(double[] values) {
    double[] sorted = Arrays.stream(values).map(v -> v + 0.0).sorted().toArray(); // no -0.0
    List<String> classes = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (int i = 0, start = 0; i < sorted.length; i++) {
      if (i + 1 == sorted.length || sorted[i + 1] != sorted[i]) {
        classes.add(Words.number(sorted[i]));
        rows.add(i + 1 - start);
        start = i + 1;
      }
    }
    return new ClassCounts(classes, rows);
  }

  private static ClassCounts ofTexts(CategoryColumn column) {
    int[] counts = column.counts(IntStream.range(0, column.size()).toArray());
    List<Integer> codes =
        IntStream.range(0, counts.length)
            .filter(code -> counts[code] > 0)
            .boxed()
            .sorted((a, b) -> column.dictionary().get(a).compareTo(column.dictionary().get(b)))
            .toList();
    return new ClassCounts(
        codes.stream().map(column.dictionary()::get).toList(),
        codes.stream().map(code -> counts[code]).toList());
  }
}
