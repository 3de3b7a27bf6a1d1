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
  private final boolean[] first = new boolean[128];
  private final int longest;

  MissingWords(Collection<String> words) {
    this.words = words.stream().map(MissingWords::lower).filter(w -> !w.isEmpty()).toList();
    this.longest = this.words.stream().mapToInt(String::length).max().orElse(0);
    this.words.forEach(word -> first[Math.min(word.charAt(0), 127)] = true);
  }

  /** Whether {@code s[from..to)} is empty or one of the words. */
  boolean contains(char[] s, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return true;
    }
    if (length > longest || !first[Math.min(lower(s[from]), 127)]) {
      return false;
    }
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
