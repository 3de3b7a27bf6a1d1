package dev.bridle.study.table;

/** One column of a table: a name and a value, or a missing one, for each of N rows. */
public sealed interface Column permits NumberColumn, CategoryColumn, TextColumn {

  /** The name in the header, or c1, c2, ... by its place in the file. */
  String name();

  /** How many rows there are, N. */
  int size();

  /** Whether the value of a row is missing. */
  boolean isMissing(int row);

  /** The value of a row for messages; empty if it is missing. */
  String text(int row);

  /** What it holds, in a word: {@code number}, {@code category} or {@code text}. */
  String type();

  /** The column at the given rows, in that order. */
  Column at(int[] rows);

  /** How many values are missing. */
  default int missing() {
    int count = 0;
    for (int row = 0; row < size(); row++) {
      count += isMissing(row) ? 1 : 0;
    }
    return count;
  }
}
