package dev.bridle.declaration;

/**
 * The numbers a parameter may take.
 *
 * @param low the smallest, or what all are above; infinite for none
 * @param lowIncluded whether {@code low} itself is allowed
 * @param high the largest, or what all are below; infinite for none
 * @param highIncluded whether {@code high} itself is allowed (an infinite one: as absence)
 */
public record Range(double low, boolean lowIncluded, double high, boolean highIncluded) {

  /** Finite numbers of at least {@code low}. */
  public static Range atLeast(double low) {
    return new Range(low, true, Double.POSITIVE_INFINITY, false);
  }

  /** Numbers above {@code low}, infinity among them: a limit that is absent. */
  public static Range limitAbove(double low) {
    return new Range(low, false, Double.POSITIVE_INFINITY, true);
  }

  /** Finite numbers above {@code low}. */
  public static Range above(double low) {
    return new Range(low, false, Double.POSITIVE_INFINITY, false);
  }

  /** Finite numbers of any sign. */
  public static Range finite() {
    return new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
  }

  /** Numbers of any sign, infinity among them: an upper limit that is absent. */
  public static Range limit() {
    return new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, true);
  }

  /** Numbers in [low, high): a drop rate. */
  public static Range halfOpen(double low, double high) {
    return new Range(low, true, high, false);
  }

  /** Numbers in [low, high]. */
  public static Range closed(double low, double high) {
    return new Range(low, true, high, true);
  }

  /** Whether {@code value} is allowed; NaN never is. */
  public boolean contains(double value) {
    boolean above = lowIncluded ? value >= low : value > low;
    boolean below = highIncluded ? value <= high : value < high;
    return above && below;
  }

  /** Returns {@code value}, or throws an error that names it and what is allowed. */
  public double check(String name, double value) {
    if (!contains(value)) {
      throw new IllegalArgumentException(name + " = " + value + ": expected " + this);
    }
    return value;
  }

  /** In words: {@code a number in [0, 1)}, {@code a finite number >= 0}. */
  @Override
  public String toString() {
    if (Double.isInfinite(high)) {
      String sign = lowIncluded ? " >= " : " > ";
      String bound = Double.isInfinite(low) ? "" : sign + number(low);
      return highIncluded ? "a number" + bound + " (inf: no limit)" : "a finite number" + bound;
    }
    return "a number in "
        + (lowIncluded ? "[" : "(")
        + number(low)
        + ", "
        + number(high)
        + (highIncluded ? "]" : ")");
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
