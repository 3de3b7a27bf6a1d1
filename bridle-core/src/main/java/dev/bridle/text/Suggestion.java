package dev.bridle.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * "Did you mean": the allowed name that is nearest to one that is unknown.
 *
 * <p>Case and the separators {@code -}, {@code _}, {@code .} and space do not count, so {@code
 * maxNorm} and {@code max_norm} are {@code max-norm}. Otherwise near means few edits: an inserted,
 * deleted or changed character, or two neighbours exchanged (optimal string alignment distance). A
 * name of two to four characters may differ in one edit, up to eight in two, longer ones in three;
 * the beginning of a name, three characters or more, is near too.
 */
public final class Suggestion {
  private static final int MOST_NAMES = 40;
  private static final int SHORTEST_BEGINNING = 3;

  private Suggestion() {}

  /**
   * The allowed name nearest to {@code found}; empty if none is near. Of equally near ones it is
   * the one with the nearest characters ({@code l3} is rather {@code l2} than {@code l1}), then the
   * one that comes first.
   */
  public static Optional<String> nearest(String found, Collection<String> allowed) {
    String wanted = plain(found);
    return allowed.stream()
        .filter(name -> effort(wanted, plain(name)) < Integer.MAX_VALUE)
        .min(
            Comparator.comparingInt((String name) -> effort(wanted, plain(name)))
                .thenComparingInt(name -> spread(wanted, plain(name))));
  }

  /** The end of a message: {@code ; did you mean dropout?}, or nothing if no name is near. */
  public static String hint(String found, Collection<String> allowed) {
    return nearest(found, allowed).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /**
   * What is allowed, and what was probably meant: {@code expected one of l1, l2; did you mean l2?}
   * Of more than 40 names the first 40 are told.
   */
  public static String expected(String found, Collection<String> allowed) {
    String names = allowed.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    String more =
        allowed.size() > MOST_NAMES ? " and " + (allowed.size() - MOST_NAMES) + " more" : "";
    String oneOf = allowed.size() > 1 ? "one of " : "";
    return "expected " + oneOf + names + more + hint(found, allowed);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
  }

  /** Two for each edit, three for a beginning; the largest number for names that are not near. */
  private static int effort(String wanted, String name) {
    boolean begins = wanted.length() >= SHORTEST_BEGINNING && name.startsWith(wanted);
    int most = tolerance(wanted.length());
    if (Math.abs(wanted.length() - name.length()) > most) {
      return begins ? 3 : Integer.MAX_VALUE;
    }
    int edits = edits(wanted, name);
    boolean near = edits <= most && edits < Math.max(1, name.length());
    int effort = near ? 2 * edits : Integer.MAX_VALUE;
    return begins ? Math.min(3, effort) : effort;
  }

  private static int tolerance(int length) {
    if (length < 2) {
      return 0;
    }
    return length <= 4 ? 1 : length <= 8 ? 2 : 3;
  }

  /** Optimal string alignment distance, row by row. */
  private static int edits(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + change, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1 && j > 1 && exchanged(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }

  private static boolean exchanged(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }

  /** How far apart the characters of two names of one length are, summed. */
  private static int spread(String a, String b) {
    if (a.length() != b.length()) {
      return Integer.MAX_VALUE;
    }
    int sum = 0;
    for (int i = 0; i < a.length(); i++) {
      sum += Math.abs(a.charAt(i) - b.charAt(i));
    }
    return sum;
  }
}
