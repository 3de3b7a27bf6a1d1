package dev.bridle.recipe;

/** How numbers are printed in texts that are parsed again: short, and back to the same bits. */
public final class Numbers {
  private Numbers() {}

  /** The shortest usual form: {@code 3}, {@code 0.5}, {@code 1e-4}, {@code 1.5e-7}, {@code inf}. */
  public static String print(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e6) {
      return Long.toString((long) value);
    }
    double size = Math.abs(value);
    String text = Double.toString(value);
    if (size >= 1e-3 && size < 1e6) {
      return text.contains("E") ? new java.math.BigDecimal(text).toPlainString() : text;
    }
    return scientific(text);
  }

  /** Turns {@code 1.0E-4} and {@code 0.001} into {@code 1e-4}. */
  private static String scientific(String text) {
    java.math.BigDecimal exact = new java.math.BigDecimal(text).stripTrailingZeros();
    String digits = exact.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - exact.scale();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (exact.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
  }
}
