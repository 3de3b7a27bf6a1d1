package dev.bridle.text;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * Reads a text from left to right, piece by piece: symbols, words and numbers.
 *
 * <p>Spaces and line breaks between pieces are skipped. Offsets count characters from 0; they
 * become positions from 1 in a {@link TextException}. A scanner serves one reading and one thread.
 */
public final class TextScanner {
  private final String kind;
  private final String text;
  private int offset;

  /**
   * A scanner at the beginning of {@code text}.
   *
   * @param kind what the text is, for messages: {@code recipe}
   * @param text all of it
   */
  public TextScanner(String kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  /** Where the next piece begins. */
  public int offset() {
    while (offset < text.length() && isSpace(text.charAt(offset))) {
      offset++;
    }
    return offset;
  }

  /** Goes back to where a piece began. */
  public void back(int earlier) {
    offset = earlier;
  }

  /** Whether nothing but spaces is left. */
  public boolean atEnd() {
    return offset() == text.length();
  }

  /** Whether the text goes on with {@code symbol}. */
  public boolean sees(String symbol) {
    return text.startsWith(symbol, offset());
  }

  /** Whether the text goes on with a number. */
  public boolean seesNumber() {
    return numberEnd(offset()) > offset;
  }

  /** Steps over {@code symbol} if the text goes on with it, and says whether it did. */
  public boolean accept(String symbol) {
    boolean seen = sees(symbol);
    if (seen) {
      offset += symbol.length();
    }
    return seen;
  }

  /** Steps over {@code symbol}; an error if the text goes on with anything else. */
  public void expect(String symbol) {
    if (!accept(symbol)) {
      throw unexpected("\"" + symbol + "\"");
    }
  }

  /**
   * Reads a word: a letter, then letters, digits and {@code _}, with single {@code -} between them.
   * Empty if the text does not go on with a letter of the alphabet.
   */
  public String word() {
    int start = offset();
    offset = wordEnd(start);
    return text.substring(start, offset);
  }

  /** Reads what there is up to a space, one of {@code stops}, or the end. */
  public String until(String stops) {
    int start = offset();
    while (offset < text.length()
        && !isSpace(text.charAt(offset))
        && stops.indexOf(text.charAt(offset)) < 0) {
      offset++;
    }
    return text.substring(start, offset);
  }

  /**
   * Reads a decimal number such as {@code 3}, {@code 0.5}, {@code .5}, {@code -1e-4}.
   *
   * @param expected what is allowed, for the message if there is no number
   */
  public double number(String expected) {
    int start = offset();
    offset = numberEnd(start);
    if (offset == start) {
      throw unexpected(expected);
    }
    String digits = text.substring(start, offset);
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      throw error(start, "found " + digits + ", which is too large for a number");
    }
    if (value == 0 && digits.split("[eE]")[0].matches(".*[1-9].*")) {
      throw error(start, "found " + digits + ", which is too small for a number other than 0");
    }
    return value;
  }

  /** Reads a whole number from {@code low} to {@code high}, called {@code name} in messages. */
  public int wholeNumber(String name, int low, int high) {
    int start = offset();
    String expected = String.format(Locale.ROOT, "a whole number from %,d to %,d", low, high);
    double value = number(expected);
    if (!(value >= low && value <= high && value == Math.rint(value))) {
      throw error(start, name + " = " + text.substring(start, offset) + ": expected " + expected);
    }
    return (int) value;
  }

  /** What the text goes on with, in words for a message: {@code found "rleu"}. */
  public String found() {
    if (atEnd()) {
      return "found the end of the text";
    }
    int end = Math.max(numberEnd(offset), wordEnd(offset));
    if (end == offset) {
      end = text.offsetByCodePoints(offset, 1);
    }
    return "found \"" + text.substring(offset, end) + "\"";
  }

  /** An error here: {@code found ..., expected ...}. */
  public TextException unexpected(String expected) {
    return error(offset(), found() + ", expected " + expected);
  }

  /** An error at {@code where}. */
  public TextException error(int where, String reason) {
    return new TextException(kind, text, text.codePointCount(0, where) + 1, reason);
  }

  /** Makes a value; where that fails for what it is given, the error is one at {@code where}. */
  public <T> T at(int where, Supplier<T> make) {
    try {
      return make.get();
    } catch (TextException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      TextException located = error(where, String.valueOf(e.getMessage()));
      located.initCause(e);
      throw located;
    }
  }

  private int numberEnd(int start) {
    int first = charAt(start) == '-' ? start + 1 : start;
    int end = digitsEnd(first);
    if (charAt(end) == '.' && isDigit(charAt(end + 1))) {
      end = digitsEnd(end + 1);
    }
    if (end == first) {
      return start;
    }
    if (charAt(end) == 'e' || charAt(end) == 'E') {
      boolean signed = charAt(end + 1) == '-' || charAt(end + 1) == '+';
      int exponent = end + (signed ? 2 : 1);
      return Math.max(end, isDigit(charAt(exponent)) ? digitsEnd(exponent) : end);
    }
    return end;
  }

  private int digitsEnd(int start) {
    int end = start;
    while (isDigit(charAt(end))) {
      end++;
    }
    return end;
  }

  private int wordEnd(int start) {
    if (!isLetter(charAt(start))) {
      return start;
    }
    int end = start;
    while (isWordPart(charAt(end)) || (charAt(end) == '-' && isWordPart(charAt(end + 1)))) {
      end++;
    }
    return end;
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private static boolean isWordPart(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
