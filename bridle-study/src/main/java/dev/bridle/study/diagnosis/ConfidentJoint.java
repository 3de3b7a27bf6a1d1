package dev.bridle.study.diagnosis;

import java.util.stream.IntStream;

/**
 * How often rows of a given class look like another one, by the confident joint of Northcutt, Jiang
 * and Chuang, Confident learning: estimating uncertainty in dataset labels, Journal of Artificial
 * Intelligence Research 70 (2021), section 3.1.
 *
 * <p>A row of class i counts as j if j has the largest probability of those classes whose
 * probability reaches \( t_j \), the mean probability of j over the rows of class j; rows that
 * reach none do not count. Counts of each given class are then scaled to its number of rows, and
 * all to 1: \( \hat Q_{ij} \). The share of wrong labels is what stands off the diagonal.
 */
final class ConfidentJoint {
  private static final double SLACK = 1e-9; // sums of tenths

  private final int[] guesses;
  private final double[][] joint;

  /**
   * The joint of given classes and likely ones.
   *
   * @param p probabilities {@code [N][K]} by a model that has not seen the row
   * @param labels {@code [N]}, the given classes
   */
  ConfidentJoint(double[][] p, int[] labels) {
    int classes = p[0].length;
    double[] thresholds = thresholds(p, labels, classes);
    this.guesses =
        IntStream.range(0, p.length).map(row -> guess(p[row], thresholds, labels[row])).toArray();
    this.joint = joint(labels, classes);
  }

  private static double[] thresholds(double[][] p, int[] labels, int classes) {
    double[] sums = new double[classes];
    int[] rows = new int[classes];
    for (int row = 0; row < p.length; row++) {
      sums[labels[row]] += p[row][labels[row]];
      rows[labels[row]]++;
    }
    for (int k = 0; k < classes; k++) {
      sums[k] = rows[k] == 0 ? Double.POSITIVE_INFINITY : sums[k] / rows[k];
    }
    return sums;
  }

  /** The likely class; among equally likely ones the given, then the first; -1 if none is. */
  private static int guess(double[] p, double[] thresholds, int given) {
    int best = -1;
    for (int k = 0; k < p.length; k++) {
      boolean reaches = p[k] > 0 && p[k] >= thresholds[k] - SLACK;
      boolean better =
          best < 0 || p[k] > p[best] + SLACK || (k == given && p[k] >= p[best] - SLACK);
      best = reaches && better ? k : best;
    }
    return best;
  }

  private double[][] joint(int[] labels, int classes) {
    double[][] counts = new double[classes][classes];
    int[] rows = new int[classes];
    for (int row = 0; row < labels.length; row++) {
      rows[labels[row]]++;
      if (guesses[row] >= 0) {
        counts[labels[row]][guesses[row]]++;
      }
    }
    for (int i = 0; i < classes; i++) {
      double counted = 0;
      for (double count : counts[i]) {
        counted += count;
      }
      for (int j = 0; j < classes; j++) {
        double share = counted == 0 ? (i == j ? 1 : 0) : counts[i][j] / counted;
        counts[i][j] = share * rows[i] / labels.length;
      }
    }
    return counts;
  }

  /** The share of all rows that are given class i and likely of class j. */
  double share(int i, int j) {
    return joint[i][j];
  }

  /** The share of rows whose given class is likely wrong. */
  double wrong() {
    double right = 0;
    for (int k = 0; k < joint.length; k++) {
      right += joint[k][k];
    }
    return Math.max(0, 1 - right);
  }

  /** The likely class of a row; -1 where no class is likely enough. */
  int guess(int row) {
    return guesses[row];
  }
}
