package dev.bridle.study.store;

import java.util.Arrays;

/** Bytes as a value: they cannot be changed, and equal content is equal. */
public final class Bytes {
  /** How many there may be, 256 MiB: what is larger belongs into a file. */
  public static final int MOST = 1 << 28;

  private final byte[] content;

  private Bytes(byte[] content) {
    if (content.length > MOST) {
      throw new IllegalArgumentException(
          content.length + " bytes: expected at most " + MOST + ", more belongs into a file");
    }
    this.content = content;
  }

  /** A copy of these bytes. */
  public static Bytes of(byte... content) {
    return new Bytes(content.clone());
  }

  /** How many there are. */
  public int size() {
    return content.length;
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return content.clone();
  }

  /** Their SHA-256, in lower-case hexadecimal. */
  public String sha256() {
    return Sha256.of(content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
