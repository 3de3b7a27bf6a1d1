package dev.bridle.study.table;

import java.util.Collection;
import java.util.List;

/**
 * The texts that stand for a missing value, compared without regard to the case of ASCII letters.
 */
final class MissingWords {
  /** Those that hold in every table, besides an empty field. */
  static final List<String> USUAL = List.of("NA", "N/A", "NaN", "null", "?", "-");

  private final List<String> words;
  private final boolean hasNumbers;
  private final long[] lengths = new long[128]; // of words by their first character, a bit each

  MissingWords(Collection<String> words) {
    this.words = words.stream().map(MissingWords::lower).filter(w -> !w.isEmpty()).toList();
    NumberParser point = new NumberParser('.');
    NumberParser comma = new NumberParser(',');
    this.hasNumbers =
        this.words.stream().anyMatch(word -> point.isNumber(word) || comma.isNumber(word));
    this.words.forEach(word -> lengths[slot(word.charAt(0))] |= bit(word.length()));
  }

  /** Whether a number such as -999 is among the words. */
  boolean hasNumbers() {
    return hasNumbers;
  }

  /** Whether {@code s[from..to)} is empty or one of the words. */
  boolean contains(char[] s, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return true;
    }
    return (lengths[slot(lower(s[from]))] & bit(length)) != 0 && isAnyWord(s, from, length);
  }

  private static int slot(char first) {
    return Math.min(first, 127);
  }

  private static long bit(int length) {
    return 1L << Math.min(length, 63);
  }

  private boolean isAnyWord(char[] s, int from, int length) {
    for (String word : words) {
      if (isWord(word, s, from, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String word, char[] s, int from, int length) {
    boolean same = word.length() == length;
    for (int i = 0; same && i < length; i++) {
      same = lower(s[from + i]) == word.charAt(i);
    }
    return same;
  }

  private static String lower(String word) {
    StringBuilder out = new StringBuilder();
    word.trim().chars().forEach(c -> out.append(lower((char) c)));
    return out.toString();
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
