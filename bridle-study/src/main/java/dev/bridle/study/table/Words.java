package dev.bridle.study.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How values from a file and numbers are written in messages: short, on one line, in any locale.
 */
public final class Words {
  private static final int LONGEST = 40;

  private Words() {}

  /** The text in quotes, cut to 40 characters, control and direction characters spelled out. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    int shown = 0;
    int i = 0;
    for (; i < text.length() && shown < LONGEST; shown++) {
      int c = text.codePointAt(i);
      if (isPlain(c)) {
        out.appendCodePoint(c);
      } else {
        out.append(String.format(Locale.ROOT, "\\u%04X", c));
      }
      i += Character.charCount(c);
    }
    return out.append(i < text.length() ? "...\"" : "\"").toString();
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

  /**
   * An option as it is typed: {@code --drop age}, {@code --drop "my age"}, {@code --missing=-inf}.
   */
  public static String option(String name, String value) {
    return name + (value.startsWith("-") ? "=" : " ") + argument(value);
  }

  private static String argument(String text) {
    boolean plain = text.matches("[\\p{L}\\p{N}_.+-]+") && text.length() <= LONGEST;
    return plain ? text : quote(text);
  }

  /** The number with its noun: {@code 1 row}, {@code 1,200 rows}. */
  public static String count(long number, String noun) {
    return grouped(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** The number with commas between thousands. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The first names in quotes, and how many more there are. */
  public static String list(List<String> names, int most) {
    String shown = names.stream().limit(most).map(Words::quote).collect(Collectors.joining(", "));
    int more = names.size() - most;
    return more > 0 ? shown + " and " + grouped(more) + " more" : shown;
  }

  /** A number as a reader would write it: whole ones without a fraction. */
  public static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
