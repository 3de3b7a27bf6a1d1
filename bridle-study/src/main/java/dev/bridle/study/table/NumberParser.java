package dev.bridle.study.table;

/**
 * Reads numbers out of character arrays: {@code 12}, {@code -0.5}, {@code .5}, {@code 1e-4}, with
 * the decimal separator of the file, ASCII digits, and nothing around them.
 *
 * <p>Values are those of {@link Double#parseDouble}, to the bit; what that accepts besides (hex,
 * {@code 1d}, surrounding space) is no number here. Short numbers take Clinger's fast path (How to
 * read floating point numbers accurately, PLDI 1990): a mantissa of at most 2^53 times or over a
 * power of ten of at most 10^22 are both exact, so one operation rounds once. The rest goes to the
 * JDK. Not for use by several threads.
 */
final class NumberParser {
  /** What a text turned out to be. */
  enum Kind {
    /** A finite number. */
    NUMBER,
    /** {@code inf}, {@code infinity}, or a number beyond the largest double. */
    INFINITE,
    /** Anything else. */
    TEXT
  }

  private static final double[] POWERS = new double[23];
  private static final int MOST_DIGITS = 18;
  private static final int LARGEST_EXPONENT = 9999;

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private final char decimal;
  private double value;

  NumberParser(char decimal) {
    this.decimal = decimal;
  }

  /** The character before the fraction. */
  char decimal() {
    return decimal;
  }

  /** The number last read. */
  double value() {
    return value;
  }

  /** Whether the whole text is a finite number. */
  boolean isNumber(String text) {
    return parse(text.toCharArray(), 0, text.length()) == Kind.NUMBER;
  }

  /** Reads {@code s[from..to)}; after {@code NUMBER} the number is {@link #value}. */
  Kind parse(char[] s, int from, int to) {
    int at = from;
    boolean negative = at < to && s[at] == '-';
    if (negative || (at < to && s[at] == '+')) {
      at++;
    }
    int start = at;
    long mantissa = 0;
    int digits = 0;
    int fraction = -1;
    for (; at < to; at++) {
      char c = s[at];
      if (c >= '0' && c <= '9') {
        if (digits < MOST_DIGITS) {
          mantissa = mantissa * 10 + (c - '0');
        }
        digits += digits > 0 || c != '0' ? 1 : 0;
      } else if (c == decimal && fraction < 0) {
        fraction = at;
      } else {
        break;
      }
    }
    if (at - start == (fraction < 0 ? 0 : 1)) {
      return isInfinity(s, start, to) ? Kind.INFINITE : Kind.TEXT;
    }
    int exponent = fraction < 0 ? 0 : -(at - fraction - 1);
    if (at < to) {
      if ((s[at] != 'e' && s[at] != 'E') || !isExponent(s, at + 1, to)) {
        return Kind.TEXT;
      }
      exponent += exponent(s, at + 1, to);
    }
    boolean exact = digits <= MOST_DIGITS && mantissa <= 1L << 53 && Math.abs(exponent) <= 22;
    double size = exact ? scale(mantissa, exponent) : slow(s, start, to);
    value = negative ? -size : size;
    return Double.isInfinite(size) ? Kind.INFINITE : Kind.NUMBER;
  }

  private static double scale(long mantissa, int exponent) {
    return exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
  }

  private double slow(char[] s, int from, int to) {
    String text = new String(s, from, to - from);
    return Double.parseDouble(decimal == '.' ? text : text.replace(decimal, '.'));
  }

  private static boolean isExponent(char[] s, int from, int to) {
    int at = from < to && (s[from] == '-' || s[from] == '+') ? from + 1 : from;
    boolean any = at < to;
    for (; at < to; at++) {
      any &= s[at] >= '0' && s[at] <= '9';
    }
    return any;
  }

  /** The exponent, or one that is large enough for the slow path. */
  private static int exponent(char[] s, int from, int to) {
    int exponent = 0;
    for (int at = from; at < to; at++) {
      if (s[at] != '-' && s[at] != '+') {
        exponent = Math.min(LARGEST_EXPONENT, exponent * 10 + (s[at] - '0'));
      }
    }
    return s[from] == '-' ? -exponent : exponent;
  }

  private static boolean isInfinity(char[] s, int from, int to) {
    return matches("inf", s, from, to) || matches("infinity", s, from, to);
  }

  private static boolean matches(String word, char[] s, int from, int to) {
    boolean same = to - from == word.length();
    for (int i = 0; same && i < word.length(); i++) {
      char c = s[from + i];
      same = c == word.charAt(i) || c + ('a' - 'A') == word.charAt(i);
    }
    return same;
  }
}
