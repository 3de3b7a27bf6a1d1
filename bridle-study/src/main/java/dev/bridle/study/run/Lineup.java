package dev.bridle.study.run;

import dev.bridle.recipe.Recipe;
import java.util.List;

/** The families that are compared unless a user asks for others. */
public final class Lineup {
  /**
   * One family for each thing that restrains in a way of its own, five strengths around the usual
   * ones each, and the combinations the literature favours. None twice under another name: {@code
   * coupled-decay(2c)} is {@code l2(c)}.
   */
  private static final List<String> DEFAULT =
      List.of(
          "none",
          "l2(1e-5..1e-1)",
          "l1(1e-6..1e-2)",
          "elastic-net(1e-5..1e-1, alpha=0.5)",
          "weight-decay(0.01..10)",
          "max-norm(0.5, 0.7, 1, 2, 3)",
          "dropout(0.1, 0.2, 0.3, 0.5, 0.7)",
          "dropout(0.2)@input + dropout(0.1, 0.2, 0.3, 0.5, 0.7)",
          "input-noise(0.1, 0.3, 0.6, 1, 1.5)",
          "batch-norm",
          "early-stopping(2, 3, 5, 10, 20)",
          "dropout(0.3) + max-norm(0.5, 0.7, 1, 2, 3)",
          "dropout(0.3) + l2(1e-5..1e-1)");

  private Lineup() {}

  /** The default families, the baseline first. */
  public static List<Recipe> byDefault() {
    return DEFAULT.stream().map(Recipe::parse).toList();
  }

  /** The families of a user's text, with the baseline put first if it is not there. */
  public static List<Recipe> parse(String text) {
    List<Recipe> written = Recipe.parseAll(text);
    for (int i = 0; i < written.size(); i++) {
      if (written.indexOf(written.get(i)) != i) {
        throw new IllegalArgumentException(
            "recipes \"" + text + "\": " + written.get(i) + " is written twice");
      }
    }
    return withBaseline(written);
  }

  private static List<Recipe> withBaseline(List<Recipe> written) {
    java.util.ArrayList<Recipe> all = new java.util.ArrayList<>(written);
    all.remove(Recipe.none());
    all.add(0, Recipe.none());
    return List.copyOf(all);
  }
}
