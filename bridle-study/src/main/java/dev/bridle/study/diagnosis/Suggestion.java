package dev.bridle.study.diagnosis;

import dev.bridle.recipe.Recipe;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something worth trying, and why.
 *
 * @param recipe a text that {@link Recipe#parse} reads, with the strengths to try
 * @param reason what in the data speaks for it
 * @param source where that is shown
 * @param strength how much speaks for it, in [0, 1]: an order, not a probability
 */
public record Suggestion(String recipe, String reason, String source, double strength) {

  /** Its names without strengths, as a study calls its families: {@code dropout@input + l2}. */
  public String family() {
    return Recipe.parse(recipe).terms().stream()
        .map(
            term ->
                term.place().equals(term.declaration().place())
                    ? term.name()
                    : term.name() + "@" + term.place())
        .collect(Collectors.joining(" + "));
  }

  /** A count and its noun, for reasons. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A number with a decimal below 10, for reasons. */
  static String tenths(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
  }
}
