package dev.bridle.bench;

import dev.bridle.recipe.Recipe;
import dev.bridle.text.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether a step is restrained. */
enum Kind {
  /** No regularizer at all. */
  PLAIN,
  /** Dropout, decay and max-norm together: what the peers measure too. */
  REGULARIZED;

  /** How it is written: {@code regularized}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind of that word.
   *
   * @throws IllegalArgumentException if there is none, with the words there are
   */
  static Kind of(String word) {
    List<String> words = Arrays.stream(values()).map(Kind::word).toList();
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind \"" + word + "\": " + Suggestion.expected(word, words)));
  }

  /** A recipe for each member, each with strengths of its own. */
  List<Recipe> recipes(Workload workload, int members) {
    return this == PLAIN ? Samples.none(members) : Samples.whole(workload, members);
  }
}
