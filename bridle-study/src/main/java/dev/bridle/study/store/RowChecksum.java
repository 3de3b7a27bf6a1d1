package dev.bridle.study.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The SHA-256 over a row's values in their canonical form, kept in the row itself.
 *
 * <p>Texts and bytes count with their lengths, numbers as eight bytes, doubles by their bits:
 * digits would not do, since Java 19 prints some doubles shorter than Java 17.
 */
final class RowChecksum {
  private final MessageDigest digest = Sha256.digest();

  RowChecksum text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  RowChecksum bytes(byte[] value) {
    number(value.length);
    digest.update(value);
    return this;
  }

  RowChecksum number(long value) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
    return this;
  }

  RowChecksum real(double value) {
    return number(Double.doubleToLongBits(value)); // one NaN for all
  }

  RowChecksum flag(boolean value) {
    return number(value ? 1 : 0);
  }

  RowChecksum bytes(Optional<byte[]> value) {
    flag(value.isPresent());
    return value.isPresent() ? bytes(value.get()) : this;
  }

  /** The checksum; asked for once. */
  byte[] done() {
    return digest.digest();
  }
}
