package dev.bridle.file;

import java.util.Locale;

/** Names that came out of a file, made fit to be shown in one line of a message. */
final class Text {
  private static final int SHOWN = 60;

  private Text() {}

  /**
   * The text in double quotes, cut after 60 characters. Whatever could act on a terminal or hide
   * (control characters, changes of direction, lone surrogates) is spelled as an escape.
   */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    int shown = Math.min(text.length(), SHOWN);
    for (int i = 0; i < shown; i += Character.charCount(text.codePointAt(i))) {
      append(out, text.codePointAt(i));
    }
    return out.append(text.length() > SHOWN ? "...\"" : "\"").toString();
  }

  /** The first characters of what is already plain, such as a list of numbers. */
  static String cut(Object value) {
    String text = value.toString();
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }

  /** Where the first surrogate without its partner is, or -1: such a text has no UTF-8 form. */
  static int loneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /** Refuses a text that cannot be written as UTF-8, calling it by {@code role} in the message. */
  static void requireEncodable(String role, String text) {
    int at = loneSurrogate(text);
    if (at >= 0) {
      throw new IllegalArgumentException(
          role + " " + quoted(text) + ": expected no lone surrogate, found one at " + at);
    }
  }

  private static void append(StringBuilder out, int c) {
    if (c == '"' || c == '\\') {
      out.append('\\').appendCodePoint(c);
    } else if (isPlain(c)) {
      out.appendCodePoint(c);
    } else {
      out.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\u{%x}" : "\\u%04x", c));
    }
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
