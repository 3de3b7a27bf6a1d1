package dev.bridle.study.path;

import dev.bridle.declaration.Parameter;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import dev.bridle.recipe.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The one number of a recipe that is swept, and the recipes it stands for.
 *
 * @param recipe as written
 * @param term the place in the recipe of the term that has the number
 * @param parameter the number's name: {@code lambda}
 * @param limit whether it is a limit, which is weak if large
 * @param steps the recipes with one number each, the weakest first
 */
public record Sweep(Recipe recipe, int term, String parameter, boolean limit, List<Step> steps) {

  /**
   * One strength.
   *
   * @param recipe with one number wherever there is a number
   * @param strength the number that is swept
   */
  public record Step(Recipe recipe, double strength) {}

  /** Copies the steps. */
  public Sweep {
    steps = List.copyOf(steps);
  }

  /**
   * The sweep of a recipe.
   *
   * @throws IllegalArgumentException if none of its numbers is swept, or several are
   */
  public static Sweep of(Recipe recipe) {
    List<String> swept = new ArrayList<>();
    int place = 0;
    String name = "";
    for (int i = 0; i < recipe.terms().size(); i++) {
      for (var setting : recipe.terms().get(i).settings().entrySet()) {
        if (isSwept(setting.getValue())) {
          swept.add(setting.getKey() + " of " + recipe.terms().get(i).name());
          place = i;
          name = setting.getKey();
        }
      }
    }
    if (swept.size() != 1) {
      throw refused(recipe, swept);
    }
    Term term = recipe.terms().get(place);
    boolean limit = isLimit(term.declaration().parameter(name).orElseThrow());
    return new Sweep(recipe, place, name, limit, steps(recipe, place, name, limit));
  }

  /** The recipe without the term whose number is swept: what the path is compared with. */
  public Recipe without() {
    List<Term> rest = new ArrayList<>(recipe.terms());
    rest.remove(term);
    return new Recipe(rest);
  }

  /** The number's name with that of its regularizer: {@code lambda of l1}. */
  public String label() {
    return parameter + " of " + recipe.terms().get(term).name();
  }

  private static boolean isSwept(Value value) {
    return value instanceof Value.Listed || value instanceof Value.Swept;
  }

  /** As a study ranks strengths: what may be infinite is a limit. */
  private static boolean isLimit(Parameter parameter) {
    return parameter.range().highIncluded() && Double.isInfinite(parameter.range().high());
  }

  private static List<Step> steps(Recipe recipe, int place, String name, boolean limit) {
    Comparator<Step> byNumber = Comparator.comparingDouble(Step::strength);
    return recipe.expand().stream()
        .distinct()
        .map(one -> new Step(one, written(one.terms().get(place), name)))
        .sorted(limit ? byNumber.reversed() : byNumber)
        .toList();
  }

  private static double written(Term term, String name) {
    return term.settings().get(name) instanceof Value.Single single
        ? single.number()
        : term.number(name);
  }

  private static IllegalArgumentException refused(Recipe recipe, List<String> swept) {
    String found =
        swept.isEmpty()
            ? "found one strength only; write several, as in l1(1e-6..1e-1/32)"
            : "found "
                + swept.size()
                + " ("
                + String.join(", ", swept)
                + "); a path has one axis: write one number for each of the others";
    return new IllegalArgumentException(
        "recipe \"" + recipe + "\": expected exactly one number with several values, " + found);
  }
}
