package dev.bridle.study.store;

/**
 * Says why a study cannot be opened, read or written; the message names the file and what to do.
 *
 * <p>Unchecked, since nothing below the command line can help: it ends the command with exit code
 * 5. What was stored before is as it was.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What is the matter. */
  public enum Reason {
    /** There is no study in the folder, or no folder. */
    MISSING,
    /** There is a study already where one was to begin. */
    EXISTS,
    /** The file is something else. */
    NOT_A_STUDY,
    /** A later version of Bridle made it. */
    NEWER,
    /** Its content is not what was written. */
    DAMAGED,
    /** Somebody else is writing to it. */
    LOCKED,
    /** There is no room on the disk. */
    FULL,
    /** File or folder cannot be read or written. */
    INACCESSIBLE,
    /** The library that reads and writes it cannot be loaded. */
    LIBRARY
  }

  /** An exception with the given message. */
  public StoreException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** An exception with the given message and what led to it. */
  public StoreException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What is the matter. */
  public Reason reason() {
    return reason;
  }
}
