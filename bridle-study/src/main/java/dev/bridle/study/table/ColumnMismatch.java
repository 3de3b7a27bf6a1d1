package dev.bridle.study.table;

/**
 * A table whose columns are not those a model was made for; the command line prints the message and
 * exits with 6.
 *
 * <p>The message names every column that is missing or of another type.
 */
public final class ColumnMismatch extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** An error with a message for the user. */
  public ColumnMismatch(String message) {
    super(message);
  }
}
