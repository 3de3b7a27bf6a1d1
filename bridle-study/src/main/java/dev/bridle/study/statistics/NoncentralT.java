package dev.bridle.study.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The noncentral t distribution: a normal number with mean {@code shift} and deviation 1, over the
 * root of an independent chi-squared number divided by its degrees of freedom.
 *
 * <p>The tail is the integral \( \int \Phi(\text{shift} - t u) f(u)\, du \) over that root u, by
 * Simpson's rule; absolute error below 1e-8.
 */
final class NoncentralT {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int STEPS = 600;

  /** Beyond so many deviations nothing is left in double precision that could matter. */
  private static final double FAR = 10;

  private final int freedom;
  private final double shift;
  private final ChiSquaredDistribution square;

  NoncentralT(int degreesOfFreedom, double shift) {
    this.freedom = degreesOfFreedom;
    this.shift = shift;
    this.square = ChiSquaredDistribution.of(degreesOfFreedom);
  }

  /** The probability of a number above {@code t}, for t > 0. */
  double upperTail(double t) {
    double width = FAR / Math.sqrt(2.0 * freedom);
    double low = Math.max(0, 1 - width);
    double high = Math.min(1 + width, (shift + FAR) / t); // the normal tail is nil above
    if (high <= low) {
      return 0;
    }
    double step = (high - low) / STEPS;
    double sum = integrand(t, low) + integrand(t, high);
    for (int i = 1; i < STEPS; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * integrand(t, low + i * step);
    }
    return sum * step / 3;
  }

  private double integrand(double t, double u) {
    return NORMAL.cumulativeProbability(shift - t * u) * density(u);
  }

  /** The density of the root of a chi-squared number over its degrees of freedom. */
  private double density(double u) {
    if (u == 0) {
      return freedom == 1 ? Math.sqrt(2 / Math.PI) : 0; // where the chi-squared density is infinite
    }
    return 2 * freedom * u * square.density(freedom * u * u);
  }
}
