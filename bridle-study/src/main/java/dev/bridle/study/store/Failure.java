package dev.bridle.study.store;

import dev.bridle.study.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** What SQLite complains of, in words: the file, what is the matter, and what to do. */
final class Failure {
  private Failure() {}

  /**
   * The exception to throw.
   *
   * @param file the store
   * @param bytes that were to be written, 0 when reading
   */
  static StoreException of(Path file, SQLException e, long bytes) {
    Reason reason = reason(e.getErrorCode() & 0xFF); // the bits above say more than is needed
    return new StoreException(reason, file + words(file, reason, e, bytes), e);
  }

  /** Something in the file is not what was written. */
  static StoreException damaged(Path file, String where, Throwable cause) {
    return new StoreException(Reason.DAMAGED, file + damagedAt(where), cause);
  }

  private static Reason reason(int code) {
    return switch (code) {
      case 1, 11, 19, 20, 24 -> Reason.DAMAGED; // no such table, malformed, broken rules, types
      case 5, 6, 15 -> Reason.LOCKED;
      case 13 -> Reason.FULL;
      case 26 -> Reason.NOT_A_STUDY;
      default -> Reason.INACCESSIBLE;
    };
  }

  private static String words(Path file, Reason reason, SQLException e, long bytes) {
    return switch (reason) {
      case DAMAGED -> damagedAt(String.valueOf(e.getMessage()));
      case LOCKED -> ": another program keeps it locked; close that one and run again";
      case FULL ->
          ": no room to write"
              + space(file, bytes)
              + "; what was stored is safe, free some space"
              + " and run again";
      case NOT_A_STUDY -> ": not a study, or its first bytes are damaged";
      default -> ": cannot be read or written: " + e.getMessage() + space(file, bytes);
    };
  }

  private static String damagedAt(String where) {
    return ": damaged at "
        + where
        + "; bridle repair saves what is whole into a new file and leaves this one as it is";
  }

  private static String space(Path file, long bytes) {
    if (bytes == 0) {
      return "";
    }
    try {
      long free = Files.getFileStore(file.resolveSibling(".")).getUsableSpace();
      return " (" + bytes + " bytes needed, " + free + " free on its disk)";
    } catch (IOException e) {
      return " (" + bytes + " bytes needed)";
    }
  }
}
