package dev.bridle.study.table;

/** Whether the first row of a file holds the names of its columns. */
public enum Header {
  /** The first row holds names, whatever it looks like. */
  YES,
  /** There are no names: the first row is data, and columns are c1, c2, ... */
  NO,
  /**
   * The first row holds names unless it looks like data, which is then said in a note.
   *
   * <p>It looks like data when every column that is numeric below (in the first 65,536 characters)
   * has a number or nothing there, and at least one has a number; or when no column is, and every
   * value of the row comes again below in its own column. Three or more numbers that count up by
   * one (0, 1, 2 or 2019, 2020, 2021) are names all the same.
   */
  NOTICED
}
