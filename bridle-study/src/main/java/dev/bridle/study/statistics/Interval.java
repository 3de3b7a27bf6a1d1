package dev.bridle.study.statistics;

/**
 * The numbers from {@code low} to {@code high}, both included.
 *
 * @param low the lower end, -infinity where nothing is known
 * @param high the upper end, infinity where nothing is known
 */
public record Interval(double low, double high) {
  /** Checks the order of the ends. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "interval [" + low + ", " + high + "]: expected numbers with low <= high");
    }
  }

  /** The whole line: what one replicate tells about a mean. */
  public static Interval everything() {
    return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** The interval from {@code center - reach} to {@code center + reach}. */
  public static Interval around(double center, double reach) {
    return new Interval(center - reach, center + reach);
  }

  /** Whether both ends are finite. */
  public boolean isBounded() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** Whether {@code value} lies inside or on an end. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Whether the interval lies strictly inside (-delta, delta). */
  public boolean isWithin(double delta) {
    return -delta < low && high < delta;
  }

  /** The interval of the negated quantity. */
  public Interval negated() {
    // 0 - x and not -x, so that an end at 0 does not become -0, which equals() tells apart
    return new Interval(0 - high, 0 - low);
  }
}
