package dev.bridle.study.diagnosis;

import dev.bridle.study.statistics.BenjaminiHochberg;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many columns are related to the target, one by one: those whose p-value, adjusted by
 * Benjamini and Hochberg over all columns, is at most 0.05.
 *
 * @param tested columns that could be tested
 * @param related those that are related
 * @param strongest the names of these, the largest share first
 */
public record Relevance(int tested, int related, List<String> strongest) {
  /** The share of false finds that is accepted among the related ones. */
  static final double LEVEL = 0.05;

  /** Copies the names. */
  public Relevance {
    strongest = List.copyOf(strongest);
  }

  static Relevance of(List<ColumnProfile> columns) {
    List<ColumnProfile> tested =
        columns.stream().filter(column -> column.relation().isPresent()).toList();
    double[] p = tested.stream().mapToDouble(column -> relation(column).p()).toArray();
    double[] adjusted = BenjaminiHochberg.adjust(p);
    List<ColumnProfile> related =
        IntStream.range(0, p.length)
            .filter(i -> adjusted[i] <= LEVEL)
            .mapToObj(tested::get)
            .sorted(Comparator.comparingDouble(column -> -relation(column).share()))
            .toList();
    return new Relevance(
        tested.size(), related.size(), related.stream().map(ColumnProfile::name).toList());
  }

  private static Relation relation(ColumnProfile column) {
    return column.relation().orElseThrow();
  }

  /** The share of the tested columns that are related; 0 if none was tested. */
  public double share() {
    return tested == 0 ? 0 : (double) related / tested;
  }
}
