package dev.bridle.study.table;

import dev.bridle.text.Suggestion;
import java.util.Collection;

/** What a mistyped name of a column or an encoding was meant to be. */
final class Nearest {
  private Nearest() {}

  /** The end of a message: {@code ; did you mean "age"?}, or nothing. */
  static String hint(String typed, Collection<String> names) {
    return Suggestion.nearest(typed, names)
        .map(name -> "; did you mean " + Words.quote(name) + "?")
        .orElse("");
  }
}
