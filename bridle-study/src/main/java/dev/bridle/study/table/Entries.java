package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Typed reading of named texts, as a model file holds them; errors name the entry. */
public final class Entries {
  private final Map<String, String> map;

  /** The texts by their keys. */
  public Entries(Map<String, String> map) {
    this.map = Map.copyOf(map);
  }

  /** The text under a key, which has to be there. */
  public String text(String key) {
    return Optional.ofNullable(map.get(key))
        .orElseThrow(() -> new IllegalArgumentException(key + ": missing, expected a text"));
  }

  /** One of some words. */
  public String word(String key, List<String> allowed) {
    String word = text(key);
    if (!allowed.contains(word)) {
      throw wrong(key, "one of " + String.join(", ", allowed));
    }
    return word;
  }

  /** A finite number as {@link Double#toString} writes it. */
  public double number(String key) {
    if (new NumberParser('.').isNumber(text(key))) {
      return Double.parseDouble(text(key));
    }
    throw wrong(key, "a finite number");
  }

  /** {@code true} or {@code false}. */
  boolean flag(String key) {
    return word(key, List.of("true", "false")).equals("true");
  }

  /** A whole number of at least 0 and at most nine digits. */
  public int count(String key) {
    if (!text(key).matches("[0-9]{1,9}")) {
      throw wrong(key, "a whole number >= 0");
    }
    return Integer.parseInt(text(key));
  }

  /** Texts written by {@link #writeTexts}. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    int count = count(key + ".count");
    for (int i = 0; i < count; i++) {
      texts.add(text(key + "." + i));
    }
    return texts;
  }

  /** Writes texts as {@code key.count}, {@code key.0}, {@code key.1}, ... */
  public static void writeTexts(String key, List<String> texts, Map<String, String> out) {
    out.put(key + ".count", Integer.toString(texts.size()));
    for (int i = 0; i < texts.size(); i++) {
      out.put(key + "." + i, texts.get(i));
    }
  }

  private IllegalArgumentException wrong(String key, String expected) {
    return new IllegalArgumentException(
        key + " = " + Words.quote(text(key)) + ": expected " + expected);
  }
}
