package dev.bridle.declaration;

import java.util.List;

/**
 * One setting that is a word, part of the structure: members that differ in it go to different
 * populations.
 *
 * @param name how it is written: {@code bias}
 * @param meaning in a few plain words
 * @param words what is allowed; the first is the default
 */
public record Choice(String name, String meaning, List<String> words) {
  /** Copies the words and checks that there are two to choose from. */
  public Choice {
    words = List.copyOf(words);
    if (words.size() < 2) {
      throw new IllegalArgumentException(name + ": expected at least two words, got " + words);
    }
  }

  /** A choice between the given words, of which the first is the default. */
  public static Choice of(String name, String meaning, String... words) {
    return new Choice(name, meaning, List.of(words));
  }

  /** The word that holds where none is written. */
  public String fallback() {
    return words.get(0);
  }
}
