package dev.bridle.file;

import dev.bridle.text.Suggestion;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a safetensors file holds: named arrays in an order, and texts about them.
 *
 * @param metadata texts by key, kept in the order of the keys; {@code bridle.format} and {@code
 *     bridle.sha256} are not among them, for writing adds and reading removes them
 * @param arrays the arrays, no two of one name
 */
public record TensorFile(Map<String, String> metadata, List<NamedArray> arrays) {
  /** Copies both and checks keys, texts and names. */
  public TensorFile {
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    arrays = List.copyOf(arrays);
    metadata.forEach(TensorFile::check);
    Set<String> names = new HashSet<>();
    for (NamedArray array : arrays) {
      if (!names.add(array.name())) {
        throw new IllegalArgumentException(
            "array " + Text.quoted(array.name()) + ": expected different names, found it twice");
      }
    }
  }

  /**
   * The array of the given name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public NamedArray array(String name) {
    return arrays.stream()
        .filter(array -> array.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  /** The names of the arrays, in order. */
  public List<String> names() {
    return arrays.stream().map(NamedArray::name).toList();
  }

  private String unknown(String name) {
    List<String> shown = names().stream().limit(8).map(Text::quoted).toList();
    String expected = String.join(", ", shown) + (arrays.size() > shown.size() ? ", ..." : "");
    return "array "
        + Text.quoted(name)
        + ": expected one of "
        + (arrays.isEmpty() ? "none, the file is empty" : expected)
        + Suggestion.nearest(name, names())
            .map(n -> "; did you mean " + Text.quoted(n) + "?")
            .orElse("");
  }

  private static void check(String key, String text) {
    Text.requireEncodable("metadata key", key);
    Text.requireEncodable("metadata " + Text.quoted(key) + " =", text);
    if (Checksum.KEYS.contains(key)) {
      throw new IllegalArgumentException(
          "metadata key " + Text.quoted(key) + ": expected another key, the writer sets this one");
    }
  }
}
