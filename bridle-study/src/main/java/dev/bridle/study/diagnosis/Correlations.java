package dev.bridle.study.diagnosis;

import dev.bridle.study.table.Column;
import dev.bridle.study.table.NumberColumn;
import dev.bridle.study.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the columns of numbers move together: Pearson's r of each pair, where a missing value counts
 * as its column's mean, and blocks of columns that say nearly the same.
 *
 * <p>A block is a cluster of average linkage under the distance 1 - |r|, cut where members have |r|
 * of 0.7 on average, and of four standard errors \( 1 / \sqrt{N - 1} \) if that is more: with few
 * rows strangers look alike. Of more than 256 columns those are taken that tell most of the target
 * (without one, those of largest variance), so that memory does not grow with their square.
 *
 * @param columns the names, in an order in which like columns stand together
 * @param r the correlations {@code [C, C]} in that order
 * @param blocks the largest first
 * @param available columns of numbers there were to choose from
 * @param threshold the mean |r| that makes a block
 */
public record Correlations(
    List<String> columns,
    List<List<Double>> r,
    List<Block> blocks,
    int available,
    double threshold) {
  /** Columns that are looked at, at most. */
  public static final int MOST_COLUMNS = 256;

  private static final double THRESHOLD = 0.7;
  private static final double ERRORS = 4;

  /** Copies the lists. */
  public Correlations {
    columns = List.copyOf(columns);
    r = r.stream().map(List::copyOf).toList();
    blocks = List.copyOf(blocks);
  }

  /**
   * Columns that say nearly the same.
   *
   * @param columns their names, in the order of the file
   * @param mean the mean |r| of its pairs
   */
  public record Block(List<String> columns, double mean) {
    /** Copies the names. */
    public Block {
      columns = List.copyOf(columns);
    }
  }

  /** Columns that are in a block. */
  public int inBlocks() {
    return blocks.stream().mapToInt(block -> block.columns().size()).sum();
  }

  /** The share of the columns looked at that are in a block. */
  public double shareInBlocks() {
    return columns.isEmpty() ? 0 : (double) inBlocks() / columns.size();
  }

  /** Of the columns that are inputs, do not look like keys, and vary. */
  static Correlations of(Table table, List<ColumnProfile> profiles) {
    List<Column> inputs = table.inputs();
    List<Integer> usable =
        IntStream.range(0, inputs.size())
            .filter(i -> profiles.get(i).isInput() && !profiles.get(i).identifier())
            .filter(i -> inputs.get(i) instanceof NumberColumn)
            .boxed()
            .toList();
    List<NumberColumn> chosen =
        usable.stream()
            .sorted(Comparator.comparingDouble(i -> -weight(profiles.get(i))))
            .limit(MOST_COLUMNS)
            .sorted()
            .map(i -> (NumberColumn) inputs.get(i))
            .toList();
    return of(
        chosen.stream().map(Column::name).toList(),
        chosen.stream().map(NumberColumn::values).toArray(double[][]::new),
        usable.size());
  }

  private static double weight(ColumnProfile profile) {
    double deviation = profile.moments().map(m -> m.deviation()).orElse(0.0);
    return profile.relation().map(Relation::share).orElse(deviation);
  }

  /** Of columns {@code [C, N]}; those that do not vary in these rows are left out. */
  static Correlations of(List<String> names, double[][] values, int available) {
    double[][] z = Arrays.stream(values).map(Correlations::unit).toArray(double[][]::new);
    int[] varying = IntStream.range(0, z.length).filter(i -> z[i].length > 0).toArray();
    int n = values.length == 0 ? 0 : values[0].length;
    double threshold = Math.max(THRESHOLD, ERRORS / Math.sqrt(Math.max(1, n - 1)));
    if (varying.length == 0) {
      return new Correlations(List.of(), List.of(), List.of(), available, threshold);
    }
    double[][] r = new double[varying.length][varying.length];
    for (int i = 0; i < r.length; i++) {
      for (int j = 0; j <= i; j++) {
        r[i][j] = i == j ? 1 : dot(z[varying[i]], z[varying[j]]);
        r[j][i] = r[i][j];
      }
    }
    List<String> kept = IntStream.of(varying).mapToObj(names::get).toList();
    return of(kept, r, available, threshold);
  }

  private static Correlations of(
      List<String> names, double[][] r, int available, double threshold) {
    double[][] distances =
        Arrays.stream(r)
            .map(row -> Arrays.stream(row).map(v -> 1 - Math.abs(v)).toArray())
            .toArray(double[][]::new);
    Linkage linkage = new Linkage(distances);
    int[] order = linkage.order(distances);
    List<Block> blocks = new ArrayList<>();
    for (List<Integer> members : linkage.clusters(1 - threshold)) {
      blocks.add(new Block(members.stream().map(names::get).toList(), mean(r, members)));
    }
    blocks.sort(Comparator.comparingInt(block -> -block.columns().size()));
    return new Correlations(
        IntStream.of(order).mapToObj(names::get).toList(),
        IntStream.of(order)
            .mapToObj(i -> IntStream.of(order).mapToObj(j -> r[i][j]).toList())
            .toList(),
        blocks,
        available,
        threshold);
  }

  private static double mean(double[][] r, List<Integer> members) {
    double sum = 0;
    for (int i : members) {
      for (int j : members) {
        sum += i == j ? 0 : Math.abs(r[i][j]);
      }
    }
    return sum / members.size() / (members.size() - 1);
  }

  /** The column less its mean, of length 1; empty if it does not vary. */
  private static double[] unit(double... values) {
    double most =
        Arrays.stream(values).filter(v -> !Double.isNaN(v)).map(Math::abs).max().orElse(0);
    double scale = most == 0 ? 1 : most; // so that squares do not overflow
    double mean =
        Arrays.stream(values).filter(v -> !Double.isNaN(v)).map(v -> v / scale).average().orElse(0);
    double[] z = Arrays.stream(values).map(v -> Double.isNaN(v) ? 0 : v / scale - mean).toArray();
    double norm = Math.sqrt(dot(z, z));
    return norm < 1e-12 * Math.sqrt(z.length) ? new double[0] : divided(z, norm);
  }

  private static double[] divided(double[] values, double by) {
    return Arrays.stream(values).map(v -> v / by).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
