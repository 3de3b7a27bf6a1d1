package dev.bridle.study.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as text: a true minus sign, no negative zero, the same in every locale. */
final class Numbers {
  /** With a space at which no line is broken. */
  static final String PERCENT = "\u00a0%";

  private static final Pattern PADDED = Pattern.compile("e\\+?(-?)0*");
  private static final double GROUPED = 10_000;
  private static final double HUGE = 1e9;
  private static final double TINY = 1e-4;
  private static final double LEAST_P = 0.001;
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private Numbers() {}

  /**
   * With so many decimals: {@code −0.30}, {@code 12,345}; with an exponent where that says nothing.
   */
  static String fixed(double value, int decimals) {
    double size = Math.abs(value);
    if (size >= HUGE || (size > 0 && size < TINY && size < Math.pow(10, -decimals))) {
      return minus(PADDED.matcher(String.format(Locale.ROOT, "%.1e", value)).replaceFirst("e$1"));
    }
    String text =
        String.format(Locale.ROOT, (size >= GROUPED ? "%,." : "%.") + decimals + "f", value);
    return isZero(text) ? text.replace("-", "") : minus(text);
  }

  /** As {@link #fixed}, with a plus sign for what is above 0. */
  static String signed(double value, int decimals) {
    String text = fixed(value, decimals);
    return value > 0 && !isZero(text) ? "+" + text : text;
  }

  /** A p-value with three decimals, or {@code < 0.001}. */
  static String p(double value) {
    return value < LEAST_P ? "< 0.001" : fixed(value, 3);
  }

  /** A whole number: {@code 7,043}. */
  static String count(long value) {
    return minus(String.format(Locale.ROOT, "%,d", value));
  }

  /** A number of things: {@code 1 row}, {@code 7,043 rows}. */
  static String count(long value, String thing) {
    return count(value) + " " + thing + (value == 1 ? "" : "s");
  }

  /** A share of 1 in percent without decimals: {@code 93 %}. */
  static String percent(double share) {
    return fixed(100 * share, 0) + PERCENT;
  }

  /**
   * A level of confidence or of significance in percent, with the decimals that tell it from 0 and
   * from 100.
   */
  static String level(double distance, double level) {
    int decimals = (int) Math.ceil(0.5 - Math.log10(100 * distance));
    return fixed(100 * level, Math.max(0, Math.min(decimals, 6))) + PERCENT;
  }

  /** A time span: {@code 8.1 s}, {@code 6 min 41 s}, {@code 2 h 3 min}. */
  static String duration(double seconds) {
    if (seconds < MINUTE - 0.05) {
      return fixed(seconds, seconds < 10 ? 1 : 0) + " s";
    }
    long whole = Math.round(seconds);
    return whole < HOUR
        ? whole / MINUTE + " min " + whole % MINUTE + " s"
        : count(whole / HOUR) + " h " + whole % HOUR / MINUTE + " min";
  }

  /** Rounded to so many significant digits: what a chart can show, in few letters. */
  static double rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
  }

  private static boolean isZero(String text) {
    return text.chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  private static String minus(String text) {
    return text.replace('-', '−');
  }
}
