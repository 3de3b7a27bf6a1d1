package dev.bridle.study.diagnosis;

import dev.bridle.study.table.CategoryColumn;
import dev.bridle.study.table.Column;
import dev.bridle.study.table.ColumnNotes;
import dev.bridle.study.table.Moments;
import dev.bridle.study.table.NumberColumn;
import dev.bridle.study.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the profiles of a table's columns; each is read a few times, and numbers are sorted. */
final class Profiles {
  private static final int SHOWN = 12;

  private final int[] all;
  private final Optional<int[]> labels;
  private final int classes;
  private final Optional<double[]> amounts;

  private Profiles(Table table) {
    this.all = IntStream.range(0, table.rows()).toArray();

    this.labels = Targets.labels(table);
    this.classes = table.target().map(target -> target.classes().size()).orElse(0);
    this.amounts = Targets.amounts(table);
  }

  /** The profiles of all columns beside the target, in the order of the file. */
  static List<ColumnProfile> of(Table table) {
    Profiles profiles = new Profiles(table);
    List<ColumnNotes> notes = ColumnNotes.of(table);
    List<ColumnProfile> made = new ArrayList<>();
    for (int i = 0; i < notes.size(); i++) {
      made.add(profiles.profile(table.inputs().get(i), notes.get(i)));
    }
    return made;
  }

  private ColumnProfile profile(Column column, ColumnNotes notes) {
    Optional<Relation> relation =
        notes.isUsed() && notes.identifier().isEmpty() ? relation(column) : Optional.empty();
    boolean nearly = relation.map(r -> r.share() >= ColumnProfile.NEARLY_ALL).orElse(false);
    Optional<double[]> numbers = numbers(column);
    return new ColumnProfile(
        column.name(),
        column.type(),
        column.missing(),
        distinct(column),
        numbers.map(Profiles::zeros).orElse(0.0),
        numbers.map(values -> Moments.of(values, all)),
        numbers.filter(values -> column.missing() < values.length).map(Histogram::of),
        categories(column),
        relation,
        notes.leftOut().orElse(""),
        notes.identifier().isPresent(),
        notes.leak().isPresent() || (nearly && all.length >= 50));
  }

  private Optional<Relation> relation(Column column) {
    if (column instanceof NumberColumn numbers) {
      return labels.isPresent()
          ? Relation.ofGroups(numbers.values(), labels.get(), classes)
          : amounts.flatMap(target -> Relation.ofNumbers(numbers.values(), target));
    }
    if (!(column instanceof CategoryColumn texts)) {
      return Optional.empty();
    }
    int count = texts.dictionary().size();
    return labels.isPresent()
        ? Relation.ofGroups(texts.codes(), labels.get(), count, classes)
        : amounts.flatMap(target -> Relation.ofGroups(target, texts.codes(), count));
  }

  private static Optional<double[]> numbers(Column column) {
    return column instanceof NumberColumn numbers
        ? Optional.of(numbers.values())
        : Optional.empty();
  }

  private static double zeros(double... values) {
    long present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
    return present == 0 ? 0 : (double) Arrays.stream(values).filter(v -> v == 0).count() / present;
  }

  private static int distinct(Column column) {
    if (column instanceof NumberColumn numbers) {
      double[] sorted =
          Arrays.stream(numbers.values())
              .filter(v -> !Double.isNaN(v))
              .map(v -> v + 0.0) // no -0.0
              .sorted()
              .toArray();
      int different = sorted.length == 0 ? 0 : 1;
      for (int i = 1; i < sorted.length; i++) {
        different += sorted[i] == sorted[i - 1] ? 0 : 1;
      }
      return different;
    }
    return column instanceof CategoryColumn texts
        ? (int) Arrays.stream(counts(texts)).filter(count -> count > 0).count()
        : 0;
  }

  private static List<ColumnProfile.Category> categories(Column column) {
    if (!(column instanceof CategoryColumn texts)) {
      return List.of();
    }
    int[] counts = counts(texts);
    return IntStream.range(0, counts.length)
        .filter(code -> counts[code] > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(code -> -counts[code])
                .thenComparing(code -> texts.dictionary().get(code)))
        .limit(SHOWN)
        .map(code -> new ColumnProfile.Category(texts.dictionary().get(code), counts[code]))
        .toList();
  }

  private static int[] counts(CategoryColumn column) {
    int[] counts = new int[column.dictionary().size()];
    IntStream.of(column.codes()).filter(code -> code >= 0).forEach(code -> counts[code]++);
    return counts;
  }
}
