package dev.bridle.bench;

import dev.bridle.architecture.Architecture;
import dev.bridle.catalogue.Catalogue;
import dev.bridle.catalogue.Guides;
import dev.bridle.data.Task;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.dropout.MonteCarlo;
import dev.bridle.layer.Shape;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.recipe.Numbers;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import dev.bridle.text.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The recipes that are measured: each regularizer of the catalogue that acts in a step, as its
 * guide writes it first, at its usual place, and all three of the peers' together.
 */
final class Samples {
  /** By how much of itself a strength differs from that of the member before, as in a search. */
  private static final double STEP = 1e-3;

  private static final Architecture DENSE = Architecture.parse("dense(4) relu, dense(4) relu");

  private Samples() {}

  /**
   * The regularizers of the catalogue that do something in every step of a dense network, in its
   * order.
   */
  static List<String> wanted() {
    return Catalogue.declarations().stream()
        .filter(d -> d.kind() != Kind.UPDATE_RULE && d.kind() != Kind.STOPPING)
        .map(Declaration::name)
        .filter(name -> !name.equals(MonteCarlo.DECLARATION.name())) // acts in predictions alone
        .filter(Samples::actsOnDense)
        .toList();
  }

  private static boolean actsOnDense(String name) {
    return compiles(usual(name));
  }

  private static boolean compiles(Recipe recipe) {
    try {
      Task task = new Task.Classification(List.of("a", "b"));
      CompiledNetwork.compile(DENSE, recipe, Shape.of(4), 2).requireFits(task);
      return true;
    } catch (IllegalArgumentException e) { // no place for it, or rows that are no images
      return false;
    }
  }

  /**
   * The recipe of one regularizer, for each member.
   *
   * @throws IllegalArgumentException if there is none of that name, with the names there are
   */
  static List<Recipe> of(String name, int members) {
    if (!wanted().contains(name)) {
      throw new IllegalArgumentException(
          "regularizer \"" + name + "\": " + Suggestion.expected(name, wanted()));
    }
    return Collections.nCopies(members, usual(name));
  }

  /** Whether a regularizer can stand beside dropout, decay and max-norm. */
  static boolean standsBeside(String name) {
    Workload dense = Workload.ALL.get(0);
    List<String> three = wholeOf(dense, 0).terms().stream().map(Term::name).toList();
    return !three.contains(name) && compiles(beside(dense, 0, name));
  }

  /** Dropout, decay, max-norm and one more, for each member. */
  static List<Recipe> beside(Workload workload, String name, int members) {
    return IntStream.range(0, members).mapToObj(k -> beside(workload, k, name)).toList();
  }

  private static Recipe beside(Workload workload, int member, String name) {
    List<Term> terms = new ArrayList<>(wholeOf(workload, member).terms());
    terms.addAll(usual(name).terms());
    return new Recipe(terms);
  }

  private static Recipe usual(String name) {
    String usual = Guides.of(Catalogue.find(name)).examples().get(0);
    Term term = Recipe.parse(usual).terms().get(0);
    return new Recipe(List.of(new Term(term.name(), term.settings(), term.declaration().place())));
  }

  /** No regularizer, for each member. */
  static List<Recipe> none(int members) {
    return Collections.nCopies(members, Recipe.none());
  }

  /** Dropout, decay and max-norm together, for each member, with strengths of its own. */
  static List<Recipe> whole(Workload workload, int members) {
    return IntStream.range(0, members).mapToObj(k -> wholeOf(workload, k)).toList();
  }

  private static Recipe wholeOf(Workload workload, int member) {
    double share = 1 - member * STEP;
    return Recipe.parse(
        String.format(
            Locale.ROOT,
            "dropout(%s)%s + coupled-decay(%s) + max-norm(%s)",
            Numbers.print(0.5 * share),
            workload.dropped(),
            Numbers.print(1e-4 * share),
            Numbers.print(3 * share)));
  }
}
