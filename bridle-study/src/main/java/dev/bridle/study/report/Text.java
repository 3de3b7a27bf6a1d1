package dev.bridle.study.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts from outside, fit to be shown: short, on one line, and nothing in them that cannot be seen.
 *
 * <p>Escaping is the templates' task. This is about what escaping leaves alone: U+202E turns the
 * rest of a line around, half a surrogate pair cannot be encoded, 100,000 letters push everything
 * else off the page.
 */
final class Text {
  /** The longest name of a file, a column or a recipe, in characters. */
  static final int NAME = 120;

  /** The longest sentence. */
  static final int PROSE = 600;

  private static final Pattern SHARE = Pattern.compile("([0-9]) %");
  private static final Pattern WORD = Pattern.compile("^[a-z](?=[a-z]* )");
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Text() {}

  /** A name with at most {@link #NAME} characters. */
  static String name(String text) {
    return tidy(text, NAME);
  }

  /** A text with at most {@link #PROSE} characters, in which no line breaks between 95 and %. */
  static String prose(String text) {
    return SHARE.matcher(tidy(text, PROSE)).replaceAll("$1" + Numbers.PERCENT);
  }

  /**
   * A prose text as a sentence: with a capital letter and a full stop. A first word that is more
   * than letters, such as {@code l2(0.1)}, stays as it is.
   */
  static String sentence(String text) {
    String prose = prose(text).strip();
    Matcher word = WORD.matcher(prose);
    String begun = word.find() ? word.group().toUpperCase(Locale.ROOT) + prose.substring(1) : prose;
    return begun.isEmpty() || !Character.isLetterOrDigit(begun.codePointBefore(begun.length()))
        ? begun
        : begun + ".";
  }

  /**
   * The text with at most {@code limit} characters, the last of which is an ellipsis if it was cut.
   */
  static String tidy(String text, int limit) {
    StringBuilder tidy = new StringBuilder(Math.min(text.length(), limit));
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      String shown = shown(point);
      if (tidy.length() + shown.length() > limit) {
        return cut(tidy, limit);
      }
      tidy.append(shown);
      i += Character.charCount(point);
    }
    return tidy.toString();
  }

  private static String cut(StringBuilder tidy, int limit) {
    int end = Math.min(tidy.length(), limit - 1);
    if (end > 0 && Character.isHighSurrogate(tidy.charAt(end - 1))) {
      end--;
    }
    return tidy.substring(0, end) + "…";
  }

  private static String shown(int point) {
    if (point == '\n' || point == '\r' || point == '\t') {
      return " ";
    }
    return isVisible(point)
        ? Character.toString(point)
        : String.format(Locale.ROOT, point > 0xFFFF ? "\\u{%X}" : "\\u%04X", point);
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      // Persian and Hindi need the joiners; all others of this kind steer the writing direction or
      // hide
      case Character.FORMAT -> point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
      default -> true;
    };
  }
}
