package dev.bridle.study.store;

import java.sql.SQLException;
import java.util.Arrays;

/**
 * Something in the file is not what was written; the message says where. {@link Database} turns it
 * into a {@link StoreException}.
 */
final class Damage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Damage(String where) {
    super(where);
  }

  Damage(String where, Throwable cause) {
    super(where, cause);
  }

  /** A row is read. */
  interface Reading<T> {
    T read() throws SQLException;
  }

  /** What is read; whatever is wrong with it is said to be at {@code where}. */
  static <T> T at(String where, Reading<T> reading) throws SQLException {
    try {
      return reading.read();
    } catch (IllegalArgumentException | Damage e) {
      throw new Damage(where + ": " + e.getMessage(), e);
    }
  }

  /** Refuses a row whose values do not give the checksum that stands in it. */
  static void requireSame(byte[] stored, RowChecksum computed) {
    if (!Arrays.equals(stored, computed.done())) {
      throw new Damage("its checksum is another");
    }
  }
}
