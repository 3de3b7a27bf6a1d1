package dev.bridle.file;

import java.io.IOException;

/**
 * Says that a file is not what it should be: missing, damaged, of another format, or of a newer
 * one.
 *
 * <p>The message names the file, what was found and what was expected, and is fit to be shown as it
 * is. A disk that fails is a plain {@link IOException} instead.
 */
public final class FileFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /** An exception with the given message. */
  public FileFormatException(String message) {
    super(message);
  }

  /** An exception with the given message and what led to it. */
  public FileFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
