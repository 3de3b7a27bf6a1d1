package dev.bridle.study.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilcoxon's signed-rank test: the ranks of the differences' sizes, summed by sign.
 *
 * <p>Shown as a check beside the test of the protocol, not chosen after the fact. Zeros are dropped
 * and equal sizes share their mean rank. The p-value counts all signings of the ranks that were
 * seen (so it is exact with ties also) up to n = {@value #EXACT} differences that are not 0;
 * beyond, it is the normal approximation without continuity correction. See Wilcoxon, Biometrics
 * Bulletin 1945.
 *
 * @param positive the rank sum of the positive differences
 * @param negative the rank sum of the negative differences
 * @param ranked how many differences are not 0
 * @param p the two-sided p-value, 1 if all differences are 0
 */
public record SignedRank(double positive, double negative, int ranked, double p) {
  /** The largest number of ranks whose signings are all counted. */
  public static final int EXACT = 60;

  /** The test of {@code differences}. */
  public static SignedRank of(PairedDifferences differences) {
    double[] values = sortedBySize(differences);
    int[] ranks = doubledRanks(values);
    int positive = 0;
    int total = 0;
    for (int i = 0; i < values.length; i++) {
      positive += values[i] > 0 ? ranks[i] : 0;
      total += ranks[i];
    }
    int smaller = Math.min(positive, total - positive);
    double p = values.length <= EXACT ? exact(ranks, smaller) : normal(ranks, smaller);
    return new SignedRank(positive / 2.0, (total - positive) / 2.0, values.length, p);
  }

  /** The smaller of the two rank sums, the statistic most tables and programs print. */
  public double statistic() {
    return Math.min(positive, negative);
  }

  private static double[] sortedBySize(PairedDifferences differences) {
    return differences.values().stream()
        .filter(value -> value != 0)
        .sorted((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** Twice the mean rank of each size, which is a whole number. */
  private static int[] doubledRanks(double[] values) {
    int n = values.length;
    int[] ranks = new int[n];
    int from = 0;
    while (from < n) {
      int to = from + 1;
      while (to < n && Math.abs(values[to]) - Math.abs(values[from]) <= slack(values)) {
        to++;
      }
      Arrays.fill(ranks, from, to, from + 1 + to);
      from = to;
    }
    return ranks;
  }

  private static double slack(double[] values) {
    return PairedDifferences.SAME * Math.abs(values[values.length - 1]);
  }

  /** Twice the probability of a rank sum of at most {@code smaller} when signs are fair coins. */
  private static double exact(int[] ranks, int smaller) {
    double[] probability = new double[Arrays.stream(ranks).sum() + 1];
    probability[0] = 1;
    int reach = 0;
    for (int rank : ranks) {
      reach += rank;
      for (int sum = reach; sum >= 0; sum--) {
        double without = probability[sum];
        probability[sum] = (without + (sum >= rank ? probability[sum - rank] : 0)) / 2;
      }
    }
    return Math.min(1, 2 * Arrays.stream(probability, 0, smaller + 1).sum());
  }

  private static double normal(int[] ranks, int smaller) {
    double mean = Arrays.stream(ranks).sum() / 2.0;
    double squares = Arrays.stream(ranks).mapToDouble(rank -> (double) rank * rank).sum();
    double z = (mean - smaller) / Math.sqrt(squares / 4);
    return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));
  }
}
