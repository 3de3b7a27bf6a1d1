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
  private long mantissa;

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
    char first = from < to ? s[from] : 0;
    int negative = first == '-' ? 1 : 0; // no branch: which sign comes next cannot be foreseen
    int start = from + (negative | (first == '+' ? 1 : 0));
    mantissa = 0;
    int whole = digits(s, start, to);
    boolean point = whole < to && s[whole] == decimal;
    int end = point ? digits(s, whole + 1, to) : whole;
    int digits = end - start - (point ? 1 : 0);
    if (digits == 0) {
      return isInfinity(s, start, to) ? Kind.INFINITE : Kind.TEXT;
    }
    int exponent = point ? whole + 1 - end : 0;
    if (end < to) {
      if ((s[end] != 'e' && s[end] != 'E') || !isExponent(s, end + 1, to)) {
        return Kind.TEXT;
      }
      exponent += exponent(s, end + 1, to);
    }
    boolean exact = digits <= MOST_DIGITS && mantissa <= 1L << 53 && Math.abs(exponent) <= 22;
    double size = exact ? scale(mantissa, exponent) : slow(s, start, to);
    value = signed(size, negative);
    return size <= Double.MAX_VALUE ? Kind.NUMBER : Kind.INFINITE;
  }

  /** Takes digits into the mantissa, which is nonsense beyond 18, and returns where they end. */
  private int digits(char[] s, int from, int to) {
    long sum = mantissa;
    int at = from;
    while (at < to && s[at] >= '0' && s[at] <= '9') {
      sum = sum * 10 + (s[at] - '0');
      at++;
    }
    mantissa = sum;
    return at;
  }

  /** The number, or with {@code negative = 1} its opposite. */
  private static double signed(double size, int negative) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(size) | (long) negative << 63);
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
