package dev.bridle.study.source;

import dev.bridle.data.Dataset;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Parts rows at random so that every class, or every region of a numeric target, has its share in
 * both parts.
 *
 * <p>Rows are shuffled, sorted by class or target (the shuffle breaks ties), and one row is taken
 * out of each stretch of equal length. The number taken depends on the number of rows alone. Where
 * a draw left a rare class out of a part, rows are exchanged (see {@link RareClasses}).
 */
public final class Stratified {
  private final double[] order;
  private final boolean classes;

  private Stratified(double[] order, boolean classes) {
    this.order = order;
    this.classes = classes;
  }

  /** By these numbers, one for each row: its class, or its target. */
  public static Stratified by(double... order) {
    return new Stratified(order, false);
  }

  /** By the classes, or the first target, of all rows. */
  public static Stratified of(Dataset rows) {
    if (rows.isClassification()) {
      return ofLabels(rows.labels());
    }
    int outputs = rows.task().outputs();
    return new Stratified(
        IntStream.range(0, rows.size()).mapToDouble(i -> rows.values()[i * outputs]).toArray(),
        false);
  }

  /** By the class of each row. */
  static Stratified ofLabels(int... labels) {
    return new Stratified(Arrays.stream(labels).asDoubleStream().toArray(), true);
  }

  /** Takes a share of {@code rows} out: those taken, and the rest, both in rising order. */
  public int[][] split(int[] rows, Key key, double share) {
    RandomStream random = key.stream();
    int[] shuffled = random.permutation(rows.length);
    Integer[] sorted = Arrays.stream(shuffled).mapToObj(i -> rows[i]).toArray(Integer[]::new);
    Arrays.sort(sorted, Comparator.comparingDouble(row -> order[row]));
    int take = (int) Math.round(share * rows.length);
    boolean[] taken = new boolean[rows.length];
    for (int i = 0; i < take; i++) {
      int from = (int) ((long) i * rows.length / take);
      int to = (int) ((long) (i + 1) * rows.length / take);
      taken[from + random.nextInt(to - from)] = true;
    }
    if (classes) {
      double[] ofRow = Arrays.stream(sorted).mapToDouble(row -> order[row]).toArray();
      new RareClasses(ofRow, taken, share).exchange(random);
    }
    return new int[][] {choose(sorted, taken, true), choose(sorted, taken, false)};
  }

  private static int[] choose(Integer[] sorted, boolean[] taken, boolean wanted) {
    return IntStream.range(0, sorted.length)
        .filter(i -> taken[i] == wanted)
        .map(i -> sorted[i])
        .sorted()
        .toArray();
  }
}
