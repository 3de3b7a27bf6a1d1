package dev.bridle.file;

/**
 * Strict JSON (RFC 8259), small: enough for headers and settings, nothing lenient.
 *
 * <p>Values are {@code Map<String, Object>} in the order of the text, {@code List<Object>}, {@code
 * String}, {@code Long} for numbers without fraction and exponent, {@code Double} for the others,
 * {@code Boolean} and {@link JsonNull}. Refused are duplicate keys, lone surrogates, numbers that
 * do not fit (whole ones beyond 64 bits, others beyond the range of a double), and nesting deeper
 * than {@value #MAX_DEPTH}. Nothing depends on a locale.
 */
public final class Json {
  /** How many objects and lists may lie within each other. */
  public static final int MAX_DEPTH = 64;

  private Json() {}

  /**
   * The value a JSON text stands for; maps and lists in it cannot be changed.
   *
   * @throws IllegalArgumentException if the text is not strict JSON; the message begins with line
   *     and column, counted from 1
   */
  public static Object parse(String text) {
    return new JsonReader(text).document();
  }

  /**
   * The JSON text of a value, on one line and without spaces. Only what must be is escaped: quote,
   * backslash and control characters, these by a letter where JSON has one for them and otherwise
   * by four hexadecimal digits in lower case.
   *
   * @param value what {@link #parse} returns, or an {@code Integer}
   * @throws IllegalArgumentException if there is anything in it that JSON cannot say
   */
  public static String write(Object value) {
    return new JsonWriter().document(value);
  }
}
