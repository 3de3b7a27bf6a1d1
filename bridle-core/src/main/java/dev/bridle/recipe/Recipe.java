package dev.bridle.recipe;

import dev.bridle.declaration.Kind;
import dev.bridle.text.TextScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a network is restrained: regularizers, each with its settings and its place.
 *
 * <p>As text, terms are joined by {@code +}:
 *
 * <pre>{@code
 * none
 * l2(1e-4)
 * dropout(0.2)@input + dropout(0.5) + max-norm(3, bias=rescaled)
 * dropout(0.1, 0.3, 0.5)                 three strengths to try
 * l1(1e-6..1e-2)                         five; a..b/9 takes nine; rates are spaced linearly
 * elastic-net(l1=[1e-5, 1e-4], l2=1e-4)  numbers with a name take lists in brackets
 * }</pre>
 *
 * <p>Values without a name are those of the first declared parameter. A recipe with lists or ranges
 * stands for all of their combinations; {@link #expand()} gives them. The order of the terms is
 * kept and is part of the recipe: constraints are applied as written.
 *
 * @param terms the regularizers, none of them twice at one place
 */
public record Recipe(List<Term> terms) {
  /** The most concrete recipes that one recipe can stand for. */
  public static final int MAX_EXPANSION = 10_000;

  /** Copies the terms and checks that they go together. */
  public Recipe {
    terms = List.copyOf(terms);
    Set<List<String>> seen = new HashSet<>();
    for (Term term : terms) {
      if (term.declaration().kind() == Kind.UPDATE_RULE) {
        throw new IllegalArgumentException(
            term.name() + " is an update rule: it belongs to the plan");
      }
      if (!seen.add(List.of(term.name(), term.place()))) {
        String at = term.place().isEmpty() ? "" : " at " + term.place();
        throw new IllegalArgumentException(term.name() + " is written twice" + at);
      }
    }
    long count = Variants.count(terms);
    if (count > MAX_EXPANSION) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "found %,d combinations to try, expected at most %,d",
              count,
              MAX_EXPANSION));
    }
  }

  /** The recipe without any regularizer, {@code none}. */
  public static Recipe none() {
    return new Recipe(List.of());
  }

  /**
   * Reads one recipe.
   *
   * @throws dev.bridle.text.TextException if the text is wrong, with the position and what is
   *     allowed
   */
  public static Recipe parse(String text) {
    return new RecipeReader(new TextScanner("recipe", text)).one();
  }

  /**
   * Reads recipes parted by {@code ;}, at least one.
   *
   * @throws dev.bridle.text.TextException if the text is wrong; the position is that in all of it
   */
  public static List<Recipe> parseAll(String text) {
    return new RecipeReader(new TextScanner("recipes", text)).all();
  }

  /** Whether there is one number wherever there is a number: no lists and no ranges. */
  public boolean isConcrete() {
    return terms.stream().allMatch(Term::isConcrete);
  }

  /**
   * The concrete recipes it stands for: all combinations of the numbers to try, the first term
   * varying slowest, within a term the first declared parameter.
   */
  public List<Recipe> expand() {
    return Variants.of(terms).stream().map(Recipe::new).toList();
  }

  /**
   * What recipes have in common whose members can be trained together: names, words (also those not
   * written), scales of numbers and places, in order, but no numbers.
   */
  public String structure() {
    return joined(terms.stream().map(Term::structure).toList());
  }

  /** The canonical text, which parses back to an equal recipe. */
  @Override
  public String toString() {
    return joined(terms.stream().map(Term::toString).toList());
  }

  private static String joined(List<String> texts) {
    return texts.isEmpty() ? RecipeReader.NONE : texts.stream().collect(Collectors.joining(" + "));
  }
}
