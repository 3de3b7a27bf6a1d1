package dev.bridle.study.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusts p-values so that, of all comparisons called significant at a level, that share at most is
 * expected to be so by chance: \( \tilde p_{(i)} = \min_{j \ge i} \min(1, \frac{m}{j} p_{(j)}) \).
 *
 * <p>For looking around among many; claims are made with {@link Holm}, which bounds the chance of a
 * single wrong one. See Benjamini and Hochberg, Controlling the false discovery rate, Journal of
 * the Royal Statistical Society B 57 (1995).
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The adjusted values in the order given.
   *
   * @param p p-values in [0, 1]
   */
  public static double[] adjust(double... p) {
    int[] falling =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double least = 1;
    for (int i = 0; i < p.length; i++) {
      double value = p[falling[i]];
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException(
            "p[" + falling[i] + "] = " + value + ": expected a number in [0, 1]");
      }
      least = Math.min(least, value * p.length / (p.length - i));
      adjusted[falling[i]] = least;
    }
    return adjusted;
  }
}
