package dev.bridle.study.table;

import java.util.Arrays;
import java.util.Optional;

/**
 * The fields of one row, in one reused character array, without the spaces around them.
 *
 * <p>A field that is too long or holds a NUL character is counted, not kept, and makes the row bad;
 * so do more fields than the limit, which bounds the memory a row can take.
 */
final class Row {
  /** Characters a field may have. */
  static final int MAX_FIELD = 1_000_000;

  /** Characters a row may have. */
  static final int MAX_ROW = 16_777_216;

  private final int maxFields;
  private char[] text = new char[1024];
  private int[] ends = new int[64];
  private int fields;
  private int used;
  private int line;
  private Optional<String> problem = Optional.empty();
  private int problemField;

  Row(int maxFields) {
    this.maxFields = maxFields;
  }

  /** Forgets the row before and begins one at this line, counted from 1. */
  void begin(long startLine) {
    line = (int) Math.min(Integer.MAX_VALUE, startLine);
    fields = 0;
    used = 0;
    problem = Optional.empty();
  }

  /** Adds the field {@code s[from .. from + length)}. */
  void add(char[] s, int from, int length) {
    if (length > MAX_FIELD) {
      refuse(Words.grouped(length) + " characters, expected at most " + Words.grouped(MAX_FIELD));
    } else if (used + length > MAX_ROW) {
      refuse("a row of more than " + Words.grouped(MAX_ROW) + " characters");
    } else if (fields < maxFields) {
      keep(s, from, from + length);
    }
    fields++;
  }

  private void keep(char[] s, int from, int to) {
    if (used + to - from > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, used + to - from));
    }
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, Math.min(maxFields, 2 * ends.length));
    }
    int start = from;
    int end = to;
    while (start < end && isSpace(s[start])) {
      start++;
    }
    while (start < end && isSpace(s[end - 1])) {
      end--;
    }
    System.arraycopy(s, start, text, used, end - start);
    used += end - start;
    ends[fields] = used;
  }

  /** Space and control characters; NUL is none, it has to be found. */
  private static boolean isSpace(char c) {
    return c <= ' ' && c > 0;
  }

  /** Completes the row: looks for NUL characters in all fields at once, which is faster. */
  void end() {
    if (problem.isEmpty() && holdsNul(text, used)) {
      problemField = 0;
      while (text(problemField).indexOf('\0') < 0) {
        problemField++;
      }
      problem = Optional.of("a NUL character (byte 0)");
    }
  }

  /** One pass without a branch: c - 1 is negative for NUL alone. */
  private static boolean holdsNul(char[] s, int to) {
    int sign = 0;
    for (int i = 0; i < to; i++) {
      sign |= s[i] - 1;
    }
    return sign < 0;
  }

  private void refuse(String why) {
    if (problem.isEmpty()) {
      problem = Optional.of(why);
      problemField = fields;
    }
  }

  /** How many fields the row has, also those that were not kept. */
  int fields() {
    return fields;
  }

  /** The line the row begins at, counted from 1. */
  int line() {
    return line;
  }

  /** Why the row is bad in itself, if it is. */
  Optional<String> problem() {
    return problem;
  }

  /** The field, counted from 0, that makes it bad. */
  int problemField() {
    return problemField;
  }

  /** Whether the row is one field of nothing but space, as a blank line is. */
  boolean isBlank() {
    return fields == 1 && used == 0 && problem.isEmpty();
  }

  /** The characters of all fields; field i is {@code [start(i), end(i))}. */
  char[] chars() {
    return text;
  }

  int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int end(int field) {
    return ends[field];
  }

  /** Copies the ends of the first fields, each moved by {@code shift}. */
  void copyEnds(int[] to, int at, int count, int shift) {
    for (int i = 0; i < count; i++) {
      to[at + i] = ends[i] + shift;
    }
  }

  /** A field as a string. */
  String text(int field) {
    return new String(text, start(field), end(field) - start(field));
  }
}
