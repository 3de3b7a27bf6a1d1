package dev.bridle.study.table;

/**
 * What happens to rows that cannot be read: those with another number of fields than the first row,
 * with a NUL character, or longer than the limits.
 *
 * <p>A quote that is never closed, or closed in the middle of a field, is an error in either case,
 * since where the row ends is not known.
 */
public enum BadRows {
  /** The first one is an error. */
  FAIL,
  /** They are left out; their number and the first five are said in a note. */
  SKIP
}
