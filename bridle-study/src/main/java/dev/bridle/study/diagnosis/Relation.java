package dev.bridle.study.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * How much one column tells of the target by itself: the mean squared canonical correlation of the
 * two, which is the squared correlation of two columns of numbers, the correlation ratio \( \eta^2
 * \) of numbers and classes, and \( \chi^2 / (N \min(I - 1, J - 1)) \) (Cramer's V squared) of two
 * of categories.
 *
 * <p>Seen are linear relations of numbers and differences of means; not seen are inputs that matter
 * only together with others, and bends that leave the mean where it is. Rows without a value are
 * left out.
 *
 * @param share in [0, 1]; 1 is all
 * @param p the chance of so large a share where there is no relation: by the F distribution, or by
 *     that of chi squared between categories
 */
public record Relation(double share, double p) {

  /** Of numbers and groups, {@code [N]} each; a NaN or a negative group is a missing value. */
  static Optional<Relation> ofGroups(double[] values, int[] groups, int count) {
    int[] rows =
        IntStream.range(0, values.length)
            .filter(row -> !Double.isNaN(values[row]) && groups[row] >= 0)
            .toArray();
    double[] sums = new double[count];
    int[] sizes = new int[count];
    double[] z = scaled(values, rows);
    for (int i = 0; i < rows.length; i++) {
      sums[groups[rows[i]]] += z[i];
      sizes[groups[rows[i]]]++;
    }
    double total = Arrays.stream(z).map(v -> v * v).sum();
    double between = 0;
    int seen = 0;
    for (int group = 0; group < count; group++) {
      if (sizes[group] > 0) {
        between += sums[group] * sums[group] / sizes[group];
        seen++;
      }
    }
    return byF(total == 0 ? Double.NaN : between / total, seen - 1, rows.length - seen);
  }

  /** Of two columns of numbers, {@code [N]} each. */
  static Optional<Relation> ofNumbers(double[] a, double[] b) {
    int[] rows =
        IntStream.range(0, a.length)
            .filter(row -> !Double.isNaN(a[row]) && !Double.isNaN(b[row]))
            .toArray();
    double[] x = scaled(a, rows);
    double[] y = scaled(b, rows);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < rows.length; i++) {
      xy += x[i] * y[i];
      xx += x[i] * x[i];
      yy += y[i] * y[i];
    }
    return byF(xx == 0 || yy == 0 ? Double.NaN : xy / xx * (xy / yy), 1, rows.length - 2);
  }

  /** Of two columns of groups, {@code [N]} each; a negative one is a missing value. */
  static Optional<Relation> ofGroups(int[] a, int[] b, int countOfA, int countOfB) {
    double[] ofA = new double[countOfA];
    double[] ofB = new double[countOfB];
    double[][] both = new double[countOfA][countOfB];
    int n = 0;
    for (int row = 0; row < a.length; row++) {
      if (a[row] >= 0 && b[row] >= 0) {
        ofA[a[row]]++;
        ofB[b[row]]++;
        both[a[row]][b[row]]++;
        n++;
      }
    }
    double sum = 0; // of n_ij^2 / (n_i n_j), which is 1 + chi squared / N
    for (int i = 0; i < countOfA; i++) {
      for (int j = 0; j < countOfB; j++) {
        sum += both[i][j] == 0 ? 0 : both[i][j] / ofA[i] * (both[i][j] / ofB[j]);
      }
    }
    long rows = Arrays.stream(ofA).filter(v -> v > 0).count() - 1;
    long columns = Arrays.stream(ofB).filter(v -> v > 0).count() - 1;
    if (rows < 1 || columns < 1) {
      return Optional.empty();
    }
    double chi = Math.max(0, n * (sum - 1));
    double share = Math.min(1, chi / n / Math.min(rows, columns));
    double p = ChiSquaredDistribution.of((double) rows * columns).survivalProbability(chi);
    return Optional.of(new Relation(share, p));
  }

  private static Optional<Relation> byF(double share, int above, int below) {
    if (Double.isNaN(share) || above < 1 || below < 1) {
      return Optional.empty();
    }
    double r = Math.max(0, Math.min(1, share));
    double f = r / above / ((1 - r) / below);
    double p = r == 1 ? 0 : FDistribution.of(above, below).survivalProbability(f);
    return Optional.of(new Relation(r, p));
  }

  /** The values less their mean, divided by the largest size, so that squares do not overflow. */
  private static double[] scaled(double[] values, int[] rows) {
    double most = Arrays.stream(rows).mapToDouble(row -> Math.abs(values[row])).max().orElse(0);
    double unit = most == 0 ? 1 : most;
    double mean = Arrays.stream(rows).mapToDouble(row -> values[row] / unit).average().orElse(0);
    return Arrays.stream(rows).mapToDouble(row -> values[row] / unit - mean).toArray();
  }
}
