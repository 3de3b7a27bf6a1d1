package dev.bridle.study.report;

import java.util.List;

/**
 * The range of an axis, with ends that are multiples of a round step.
 *
 * @param min its lower end
 * @param max its upper end
 * @param step between two ticks
 */
record Axis(double min, double max, double step) {
  private static final int STEPS = 5;
  private static final int DIGITS = 10;
  private static final double LIMIT = 1e100;
  private static final double FAR = 2;

  /** The round range that holds both numbers. */
  static Axis covering(double low, double high) {
    double least = clamp(Math.min(low, high));
    double most = clamp(Math.max(low, high));
    double slack = Math.max(Math.max(Math.abs(least), Math.abs(most)) * 1e-6, 1e-12);
    if (most - least < slack) {
      least -= STEPS * slack;
      most += STEPS * slack;
    }
    double step = round((most - least) / STEPS);
    return new Axis(
        tidy(Math.floor(least / step) * step), tidy(Math.ceil(most / step) * step), tidy(step));
  }

  /**
   * The range that holds all values on the good side of {@code origin} and, on the bad side, those
   * that are not far out: one recipe that ruins everything must not press all others into one spot.
   *
   * <p>The bad side reaches at most {@code generous} times as far as the good one, or twice as far
   * as three quarters of all values do, whichever is more.
   *
   * @param least how far both sides reach at least
   */
  static Axis clipped(
      double origin, List<Double> values, boolean higherIsBetter, double least, double generous) {
    double sign = higherIsBetter ? 1 : -1;
    double good = least;
    double bad = least;
    for (double value : values) {
      good = Math.max(good, sign * (value - origin));
      bad = Math.max(bad, sign * (origin - value));
    }
    double reach = Math.min(bad, Math.max(generous * good, FAR * typical(origin, values)));
    return sign > 0
        ? covering(origin - reach, origin + good)
        : covering(origin - good, origin + reach);
  }

  /** The round range that holds this one and all of the values. */
  Axis with(List<Double> values) {
    double low = min;
    double high = max;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return covering(low, high);
  }

  /** Whether the value lies within. */
  boolean holds(double value) {
    return min <= value && value <= max;
  }

  /** The same range, ended at {@code bound} if it goes beyond. */
  Axis below(double bound) {
    return max > bound && min < bound ? new Axis(min, bound, step) : this;
  }

  /** The distance from the origin that three quarters of the values keep. */
  private static double typical(double origin, List<Double> values) {
    List<Double> distances = values.stream().map(v -> Math.abs(v - origin)).sorted().toList();
    return distances.isEmpty() ? 0 : distances.get((distances.size() - 1) * 3 / 4);
  }

  /** The next 1, 2 or 5 times a power of ten. */
  private static double round(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    double digit = step / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  private static double tidy(double value) {
    return value == 0 ? 0 : Numbers.rounded(value, DIGITS);
  }

  private static double clamp(double value) {
    return Math.max(-LIMIT, Math.min(LIMIT, value));
  }
}
