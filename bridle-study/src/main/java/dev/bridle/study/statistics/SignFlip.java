package dev.bridle.study.statistics;

import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.Arrays;

/**
 * The sign-flip test: how many of the ways to sign the differences give a mean at least as far from
 * 0 as theirs.
 *
 * <p>If the arms are the same, swapping them within a replicate changes nothing, so every sign is
 * as likely as its opposite and the p-value is exact, whatever the distribution. All 2^n ways are
 * counted up to n = {@value #EXACT}; beyond, {@value #DRAWS} are drawn, and the observed one counts
 * among them (Phipson and Smyth, SAGMB 2010), so p is never 0. Replicates must be independent. The
 * least p is 2^(1-n): five replicates cannot go below 0.0625. See Fisher, The Design of
 * Experiments, 1935, section 21.
 *
 * @param asExtreme the ways with a mean at least as far from 0
 * @param ways all ways looked at
 * @param exact whether these are all there are
 */
public record SignFlip(long asExtreme, long ways, boolean exact) {
  /** The largest number of replicates whose signs are enumerated. */
  public static final int EXACT = 20;

  /** How many ways are drawn for more replicates. */
  public static final int DRAWS = 100_000;

  /**
   * The test of {@code differences}.
   *
   * @param key where the draws come from; without effect up to n = {@value #EXACT}
   */
  public static SignFlip of(PairedDifferences differences, Key key) {
    double[] sizes = differences.sortedMagnitudes();
    double slack = PairedDifferences.SAME * Arrays.stream(sizes).sum();
    double threshold = Math.abs(differences.mean()) * sizes.length - slack;
    if (sizes.length > EXACT) {
      return new SignFlip(1 + drawn(sizes, threshold, key.stream()), 1L + DRAWS, false);
    }
    long ways = 1L << sizes.length;
    // sums come in pairs of opposite sign, so those below -threshold are as many
    return new SignFlip(threshold <= 0 ? ways : 2 * countAbove(sizes, threshold), ways, true);
  }

  /**
   * The least number of replicates with which Holm's first step can reject.
   *
   * @param alpha the level, in (0, 1)
   * @param comparisons how many comparisons are made, at least 1
   */
  public static int leastReplicates(double alpha, int comparisons) {
    Require.probability("alpha", alpha);
    Require.atLeast("comparisons", comparisons, 1);
    int n = 1;
    while (comparisons * Math.scalb(1.0, 1 - n) >= alpha) {
      n++;
    }
    return n;
  }

  /** The two-sided p-value, a multiple of 2^-n where it is exact. */
  public double p() {
    return (double) asExtreme / ways;
  }

  /** Counts sums at or above {@code threshold}: each half in order, then one walk through both. */
  private static long countAbove(double[] sizes, double threshold) {
    double[] left = signedSums(sizes, 0, sizes.length / 2);
    double[] right = signedSums(sizes, sizes.length / 2, sizes.length);
    long count = 0;
    int first = right.length;
    for (double sum : left) {
      while (first > 0 && sum + right[first - 1] >= threshold) {
        first--;
      }
      count += right.length - first;
    }
    return count;
  }

  /** All sums of {@code sizes[from]} to {@code sizes[to - 1]} with either sign, in rising order. */
  private static double[] signedSums(double[] sizes, int from, int to) {
    double[] sums = {0};
    for (int i = from; i < to; i++) {
      double[] longer = new double[2 * sums.length];
      for (int j = 0; j < sums.length; j++) {
        longer[2 * j] = sums[j] - sizes[i];
        longer[2 * j + 1] = sums[j] + sizes[i];
      }
      sums = longer;
    }
    Arrays.sort(sums);
    return sums;
  }

  private static long drawn(double[] sizes, double threshold, RandomStream stream) {
    long count = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      if (Math.abs(randomSum(sizes, stream)) >= threshold) {
        count++;
      }
    }
    return count;
  }

  private static double randomSum(double[] sizes, RandomStream stream) {
    double sum = 0;
    long signs = 0;
    for (int i = 0; i < sizes.length; i++) {
      signs = i % Long.SIZE == 0 ? stream.nextLong() : signs >>> 1;
      sum += (signs & 1) == 0 ? sizes[i] : -sizes[i];
    }
    return sum;
  }
}
