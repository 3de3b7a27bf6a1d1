package dev.bridle.batch;

import dev.bridle.tensor.RandomStream;

/**
 * Numbers of the symmetric beta distribution, as the share of one of two gamma-distributed numbers
 * in their sum. Marsaglia and Tsang, ACM Transactions on Mathematical Software 26, 2000.
 */
final class Beta {
  private Beta() {}

  /** A number of Beta(alpha, alpha), at least 1/2 by exchange of both; 1 for an alpha of 0. */
  static double draw(double alpha, RandomStream random) {
    if (alpha == 0) {
      return 1;
    }
    double first = logGamma(alpha, random);
    double second = logGamma(alpha, random);
    double share = 1 / (1 + Math.exp(second - first)); // in logarithms, as both may be below 1e-308
    return Math.max(share, 1 - share);
  }

  /** The logarithm of a number of Gamma(shape, 1). */
  private static double logGamma(double shape, RandomStream random) {
    if (shape < 1) { // Gamma(shape + 1) times a uniform number to the power of 1 / shape
      return logGamma(shape + 1, random) + Math.log(random.nextDouble()) / shape;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return Math.log(d * v);
      }
    }
  }
}
