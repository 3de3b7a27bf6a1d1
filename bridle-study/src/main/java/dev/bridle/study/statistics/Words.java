package dev.bridle.study.statistics;

import dev.bridle.text.Suggestion;
import java.util.List;

/** Refusals of unknown words, with the nearest known one. */
final class Words {
  private Words() {}

  /** What to throw when {@code word} is none of {@code known}. */
  static IllegalArgumentException unknown(String what, String word, List<String> known) {
    return new IllegalArgumentException(
        what + " \"" + word + "\": " + Suggestion.expected(word, known));
  }
}
