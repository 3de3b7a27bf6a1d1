package dev.bridle.export;

import dev.bridle.study.table.Entries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a model comes from, as its file and its card say.
 *
 * @param producer the version of Bridle
 * @param recipe that was recommended or asked for, early stopping included
 * @param data the name of the file or of the built-in set it was trained on
 * @param bytes the size of that file; 0 for built-in data
 * @param sha256 of that file, or what tells built-in data from others, in hex; empty if not known
 * @param scores what is known of its quality, a sentence each
 */
public record Origin(
    String producer, String recipe, String data, long bytes, String sha256, List<String> scores) {
  private static final String PREFIX = "origin.";
  private static final String RECIPE = PREFIX + "recipe";

  /** Copies the sentences. */
  public Origin {
    scores = List.copyOf(scores);
  }

  /** A network whose data are not known any more. */
  public static Origin unknown(String producer, String recipe) {
    return new Origin(producer, recipe, "", 0, "", List.of());
  }

  /** The same with what is known of its quality. */
  public Origin withScores(List<String> sentences) {
    return new Origin(producer, recipe, data, bytes, sha256, sentences);
  }

  /** Everything but the producer as named texts, to attach to a network, beside others. */
  public Map<String, String> attachedTo(Map<String, String> texts) {
    Map<String, String> all = new LinkedHashMap<>(texts);
    all.put(RECIPE, recipe);
    all.put(PREFIX + "data", data);
    all.put(PREFIX + "bytes", Long.toString(bytes));
    all.put(PREFIX + "sha256", sha256);
    Entries.writeTexts(PREFIX + "score", scores, all);
    return all;
  }

  /**
   * The origin that {@link #attachedTo} wrote; unknown if there is none.
   *
   * @param recipe of the network, where its origin is not known
   * @throws IllegalArgumentException if an entry is missing or wrong, naming it
   */
  public static Origin of(Map<String, String> texts, String producer, String recipe) {
    if (!texts.containsKey(RECIPE)) {
      return unknown(producer, recipe);
    }
    Entries entries = new Entries(texts);
    return new Origin(
        producer,
        entries.text(RECIPE),
        entries.text(PREFIX + "data"),
        (long) entries.number(PREFIX + "bytes"),
        entries.text(PREFIX + "sha256"),
        entries.texts(PREFIX + "score"));
  }

  /** Whether an attached text is one of an origin's. */
  static boolean isPart(String key) {
    return key.startsWith(PREFIX);
  }
}
