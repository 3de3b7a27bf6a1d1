package dev.bridle.study.table;

/**
 * Data that cannot be used; the command line prints the message and exits with 3.
 *
 * <p>The message is one paragraph: the file, the line and the column where there is one, what was
 * found, what is allowed, and what to do.
 */
public final class TableException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** An error with a message for the user. */
  public TableException(String message) {
    super(message);
  }

  /** An error with a message for the user and what it came from. */
  public TableException(String message, Throwable cause) {
    super(message, cause);
  }
}
