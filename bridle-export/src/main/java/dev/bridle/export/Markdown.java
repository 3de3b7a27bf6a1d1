package dev.bridle.export;

import java.util.Locale;

/** Text of others within Markdown: shown as it is, on one line, never taken as markup. */
final class Markdown {
  private static final int LONGEST = 2000;
  private static final String MARKUP = "\\`*_{}[]<>#|~&!$";

  private Markdown() {}

  /** A text; cut after 2000 characters, control and direction characters spelled out. */
  static String text(String text) {
    StringBuilder out = new StringBuilder();
    int shown = 0;
    int i = 0;
    for (; i < text.length() && shown < LONGEST; shown++) {
      int c = text.codePointAt(i);
      if (MARKUP.indexOf(c) >= 0) {
        out.append('\\').appendCodePoint(c);
      } else if (isPlain(c)) {
        out.appendCodePoint(c);
      } else {
        out.append(String.format(Locale.ROOT, "\\\\u%04X", c));
      }
      i += Character.charCount(c);
    }
    return out.append(i < text.length() ? "..." : "").toString();
  }

  private static boolean isPlain(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.UNASSIGNED;
  }

  /** A row of a table. */
  static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** Lines to be taken literally. */
  static String literally(String text) {
    StringBuilder out = new StringBuilder();
    text.lines().forEach(line -> out.append("    ").append(line).append('\n'));
    return out.toString();
  }
}
