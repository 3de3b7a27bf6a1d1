package dev.bridle.study.store;

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

  /** Refuses a row whose values do not give the checksum that stands in it. */
  static void requireSame(String where, byte[] stored, RowChecksum computed) {
    if (!Arrays.equals(stored, computed.done())) {
      throw new Damage(where + ", whose checksum is another");
    }
  }
}
