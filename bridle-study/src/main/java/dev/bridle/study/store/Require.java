package dev.bridle.study.store;

import dev.bridle.file.Json;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks of what goes into the store. */
final class Require {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private Require() {}

  /** A text that has a UTF-8 form and no character 0, at which other programs would cut it off. */
  static void text(String name, String value) {
    int c;
    for (int i = 0; i < value.length(); i += Character.charCount(c)) {
      c = value.codePointAt(i);
      if (c == 0) {
        throw new IllegalArgumentException(
            name + ": expected a text without the character 0, found one at " + i);
      }
      if (Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE) {
        throw new IllegalArgumentException(
            name + ": expected a text without lone surrogates, found one at " + i);
      }
    }
  }

  /** A text that is not blank and has no control characters. */
  static void line(String name, String value) {
    text(name, value);
    if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          name + " = " + Json.write(value) + ": expected a text on one line, not blank");
    }
  }

  /** A SHA-256 in lower-case hexadecimal. */
  static void sha256(String name, String value) {
    if (!SHA256.matcher(value).matches()) {
      text(name, value);
      throw new IllegalArgumentException(
          name + " = " + Json.write(value) + ": expected 64 digits of 0-9, a-f");
    }
  }

  static void notNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " = " + value + ": expected a number >= 0");
    }
  }

  /** A number in a range, or NaN where nothing is known; a zero loses its sign. */
  static double inRangeOrUnknown(String name, double value, double low, double high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s = %s: expected NaN or a number in [%s, %s]",
              name,
              value,
              low,
              high));
    }
    return unsignedZero(value);
  }

  /** The number itself, 0 for -0: the file does not keep the sign of a zero, which says nothing. */
  static double unsignedZero(double value) {
    return value == 0 ? 0 : value;
  }
}
