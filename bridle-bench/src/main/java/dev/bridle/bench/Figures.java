package dev.bridle.bench;

import java.util.Locale;

/** Numbers as they are printed. */
final class Figures {
  private Figures() {}

  /** Microseconds for people: one place after the point below 100, none above. */
  static String micros(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
  }

  /** How many times one number is another: {@code 3.57}. */
  static String times(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }

  /** For JSON: three places after the point. */
  static double rounded(double value) {
    return Math.round(value * 1e3) / 1e3;
  }
}
