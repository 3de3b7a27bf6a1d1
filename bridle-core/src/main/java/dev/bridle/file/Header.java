package dev.bridle.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands before the data of a safetensors file.
 *
 * @param metadata all texts, the checksum's among them
 * @param slots where the arrays lie, in the order of the header
 */
record Header(Map<String, String> metadata, List<Slot> slots) {
  /** The key of the texts, which no array may have as its name. */
  static final String METADATA = "__metadata__";

  /** The longest header, as in the format's reference implementation. */
  static final int MAX_BYTES = 100_000_000;

  /** How many bytes the length of the header takes. */
  static final int LENGTH_BYTES = 8;

  /** The header of a file that is to be written, still without its checksum. */
  static Header of(TensorFile file) {
    return new Header(file.metadata(), Layout.assign(file.arrays()))
        .with(Checksum.FORMAT_KEY, Checksum.FORMAT);
  }

  /** The same header with one more text. */
  Header with(String key, String text) {
    Map<String, String> more = new TreeMap<>(metadata);
    more.put(key, text);
    return new Header(more, slots);
  }

  /** Reads the JSON of a header and checks each entry by itself. */
  static Header parse(String text) throws FileFormatException {
    if (!text.startsWith("{")) {
      throw damaged("the header begins with " + Text.quoted(firstOf(text)) + ", expected \"{\"");
    }
    Object json;
    try {
      json = Json.parse(text);
    } catch (IllegalArgumentException e) {
      throw damaged("the header is not JSON: " + e.getMessage());
    }
    Map<String, String> metadata = Map.of();
    List<Slot> slots = new ArrayList<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) json).entrySet()) {
      String name = (String) entry.getKey();
      if (name.equals(METADATA)) {
        metadata = texts(entry.getValue());
      } else {
        slots.add(Slot.parse(name, entry.getValue()));
      }
    }
    return new Header(metadata, List.copyOf(slots));
  }

  /** The JSON of this header as a value. */
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      json.put(METADATA, metadata);
    }
    slots.forEach(slot -> json.put(slot.name(), slot.toJson()));
    return json;
  }

  /** The first bytes of a file: length and JSON, with spaces up to a multiple of 8. */
  byte[] toBytes() {
    byte[] json = Json.write(toJson()).getBytes(StandardCharsets.UTF_8);
    int length = padded(json.length);
    byte[] bytes = new byte[LENGTH_BYTES + length];
    Arrays.fill(bytes, (byte) ' ');
    for (int i = 0; i < LENGTH_BYTES; i++) {
      bytes[i] = (byte) ((long) length >>> (8 * i));
    }
    System.arraycopy(json, 0, bytes, LENGTH_BYTES, json.length);
    return bytes;
  }

  /** The length of a header with its spaces, so that the data begin at a multiple of 8. */
  static int padded(int jsonBytes) {
    if (jsonBytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "header of " + jsonBytes + " bytes: expected at most " + MAX_BYTES);
    }
    return (jsonBytes + 7) / 8 * 8;
  }

  /** A problem of the content, for which the file itself is to blame. */
  static FileFormatException damaged(String problem) {
    return new FileFormatException(problem + ": the file is damaged or not a safetensors file");
  }

  private static Map<String, String> texts(Object json) throws FileFormatException {
    if (!(json instanceof Map<?, ?> map)) {
      throw damaged(METADATA + ": expected an object of texts");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = (String) entry.getKey();
      if (!(entry.getValue() instanceof String text)) {
        throw damaged("metadata " + Text.quoted(key) + ": expected a text");
      }
      texts.put(key, text);
    }
    return texts;
  }

  private static String firstOf(String text) {
    return text.isEmpty() ? "" : Character.toString(text.codePointAt(0));
  }
}
