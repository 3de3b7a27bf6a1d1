package dev.bridle.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The SHA-256 that files of ours carry; {@link Safetensors} says what it covers.
 *
 * <p>Two keys mark such a file. Damage to one byte can hide one of them, never both, so a file with
 * only one is damaged, where a file with none was written by someone else.
 */
final class Checksum {
  static final String FORMAT_KEY = "bridle.format";
  static final String SHA_KEY = "bridle.sha256";

  /** The version of what is covered. */
  static final String FORMAT = "1";

  static final Set<String> KEYS = Set.of(FORMAT_KEY, SHA_KEY);

  /** UTF-8 keeps the order of code points; that of Java's strings differs beyond U+FFFF. */
  private static final Comparator<String> BY_CODE_POINT =
      Comparator.comparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private final MessageDigest digest;

  private Checksum(MessageDigest digest) {
    this.digest = digest;
  }

  /** A checksum that has seen the header and waits for the data. */
  static Checksum of(Header header) {
    try {
      Checksum checksum = new Checksum(MessageDigest.getInstance("SHA-256"));
      byte[] text = canonical(header).getBytes(StandardCharsets.UTF_8);
      checksum.add(text, text.length);
      return checksum;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: expected it in every Java", e);
    }
  }

  /** The checksum of a file that is read, if its header says that it has one. */
  static Optional<Checksum> claimedBy(Header header) throws FileFormatException {
    Map<String, String> metadata = header.metadata();
    if (!metadata.containsKey(FORMAT_KEY) && !metadata.containsKey(SHA_KEY)) {
      return Optional.empty();
    }
    if (!metadata.keySet().containsAll(KEYS)) {
      throw changed("it has only one of " + FORMAT_KEY + " and " + SHA_KEY);
    }
    String format = String.valueOf(metadata.get(FORMAT_KEY));
    if (!format.equals(FORMAT)) {
      throw new FileFormatException(
          FORMAT_KEY
              + " "
              + Text.quoted(format)
              + ": expected "
              + FORMAT
              + ", so the file is damaged or from a newer Bridle");
    }
    return Optional.of(of(header));
  }

  /** Takes in the next bytes of the data. */
  void add(byte[] bytes, int count) {
    digest.update(bytes, 0, count);
  }

  /** The checksum of all that was taken in, in hexadecimal; asked for once. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Refuses a file whose content does not have the checksum that its header names. */
  void verify(Header header) throws FileFormatException {
    if (!hex().equals(header.metadata().get(SHA_KEY))) {
      throw changed("its content does not match " + SHA_KEY);
    }
  }

  private static String canonical(Header header) {
    Map<String, String> metadata = sorted(header.metadata());
    metadata.remove(SHA_KEY);
    Map<String, Object> json = sorted(header.toJson());
    json.put(Header.METADATA, metadata);
    header.slots().forEach(slot -> json.put(slot.name(), sorted(slot.toJson())));
    return Json.write(json);
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    Map<String, V> sorted = new TreeMap<>(BY_CODE_POINT);
    sorted.putAll(map);
    return sorted;
  }

  private static FileFormatException changed(String problem) {
    return new FileFormatException(
        problem + ": the file is damaged or was changed after it was written");
  }
}
