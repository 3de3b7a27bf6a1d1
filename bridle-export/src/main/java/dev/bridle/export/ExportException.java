package dev.bridle.export;

/** A model that was not written, since it does not answer as the network it was made of. */
public final class ExportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with a message for the user. */
  public ExportException(String message) {
    super(message);
  }
}
