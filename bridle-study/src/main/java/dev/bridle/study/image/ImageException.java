package dev.bridle.study.image;

/**
 * Images that cannot be used; the command line prints the message and exits with 3.
 *
 * <p>The message is one paragraph: the folder or file, what was found, what is allowed, and what to
 * do.
 */
public final class ImageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** An error with a message for the user. */
  public ImageException(String message) {
    super(message);
  }

  /** An error with a message for the user and what it came from. */
  public ImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
