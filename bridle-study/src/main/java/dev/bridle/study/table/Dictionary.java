package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The different texts of a column, numbered from 0 in the order they came, and how often each came.
 *
 * <p>Texts are looked up in the parser's characters, so that only new ones become strings.
 */
final class Dictionary {
  private final List<String> texts = new ArrayList<>();
  private int[] counts = new int[4];
  private int[] table = new int[8];

  /** The number of the text {@code s[from..to)}, a new one if it has not come before. */
  int add(char[] s, int from, int to) {
    int slot = slot(s, from, to);
    int code = table[slot] - 1;
    if (code < 0) {
      code = texts.size();
      texts.add(new String(s, from, to - from));
      table[slot] = code + 1;
      makeRoom();
    }
    counts[code]++;
    return code;
  }

  /** How many different texts there are. */
  int size() {
    return texts.size();
  }

  /** The texts in the order of their numbers. */
  List<String> texts() {
    return List.copyOf(texts);
  }

  /** How often the text of a number came. */
  int count(int code) {
    return counts[code];
  }

  /** Where the text stands in the hash table, or the free place where it belongs. */
  private int slot(char[] s, int from, int to) {
    int slot = spread(hash(s, from, to));
    while (table[slot] != 0 && !isSame(texts.get(table[slot] - 1), s, from, to)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private int spread(int hash) {
    return (hash * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(table.length) + 1);
  }

  /** Agrees with {@link String#hashCode}, which the strings have cached when the table grows. */
  private static int hash(char[] s, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + s[i];
    }
    return hash;
  }

  private static boolean isSame(String text, char[] s, int from, int to) {
    boolean same = text.length() == to - from;
    for (int i = 0; same && i < text.length(); i++) {
      same = text.charAt(i) == s[from + i];
    }
    return same;
  }

  private void makeRoom() {
    if (texts.size() == counts.length) {
      counts = Arrays.copyOf(counts, 2 * counts.length);
    }
    if (2 * texts.size() < table.length) {
      return;
    }
    table = new int[2 * table.length];
    for (int code = 0; code < texts.size(); code++) {
      int slot = spread(texts.get(code).hashCode());
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = code + 1;
    }
  }
}
