package dev.bridle.bench;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.recipe.Numbers;
import dev.bridle.recipe.Recipe;
import dev.bridle.text.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The recipes that are measured: one for each regularizer of the catalogue that acts in a step, and
 * all three of the peers' together. Strengths differ from member to member, as in a search.
 */
final class Samples {
  /** By how much of itself a strength differs from that of the member before. */
  private static final double STEP = 1e-3;

  private static final List<Sample> ALL =
      List.of(
          new Sample("input-noise", "input-noise(%s)", 0.1),
          new Sample("dropout", "dropout(%s)", 0.5),
          new Sample("gaussian-dropout", "gaussian-dropout(%s)", 0.5),
          new Sample("alpha-dropout", "alpha-dropout(%s)", 0.1),
          new Sample("activation-noise", "activation-noise(%s)", 0.1),
          new Sample("batch-norm", "batch-norm", 0),
          new Sample("layer-norm", "layer-norm", 0),
          new Sample("group-norm", "group-norm(4)", 0),
          new Sample("rms-norm", "rms-norm", 0),
          new Sample("l1", "l1(%s)", 1e-4),
          new Sample("l2", "l2(%s)", 1e-4),
          new Sample("elastic-net", "elastic-net(%s, alpha=0.5)", 1e-4),
          new Sample("group-lasso", "group-lasso(%s)", 1e-4),
          new Sample("orthogonal", "orthogonal(%s)", 1e-4),
          new Sample("spectral-penalty", "spectral-penalty(%s)", 1e-4),
          new Sample("weight-decay", "weight-decay(%s)", 1e-2),
          new Sample("clip-norm", "clip-norm(%s)", 1),
          new Sample("clip-value", "clip-value(%s)", 0.1),
          new Sample("adaptive-clip", "adaptive-clip(%s)", 0.01),
          new Sample("coupled-decay", "coupled-decay(%s)", 1e-4),
          new Sample("max-norm", "max-norm(%s)", 3),
          new Sample("unit-norm", "unit-norm", 0),
          new Sample("min-max-norm", "min-max-norm(0.5, hi=%s)", 3),
          new Sample("l1-ball", "l1-ball(%s)", 10),
          new Sample("spectral-norm", "spectral-norm(%s)", 1),
          new Sample("non-negative", "non-negative", 0),
          new Sample("box", "box(-1, hi=%s)", 1));

  private Samples() {}

  /**
   * A regularizer as it is measured.
   *
   * @param name as declared
   * @param recipe its text, with {@code %s} for the strength
   * @param strength of the first member
   */
  private record Sample(String name, String recipe, double strength) {
    Recipe of(int member) {
      String number = Numbers.print(strength * (1 - member * STEP));
      return Recipe.parse(String.format(Locale.ROOT, recipe, number));
    }
  }

  /** The names of all regularizers there is a recipe for. */
  static List<String> names() {
    return ALL.stream().map(Sample::name).toList();
  }

  /**
   * The regularizers of the catalogue that do something in every step of a dense network, in its
   * order.
   */
  static List<String> wanted() {
    return Catalogue.declarations().stream()
        .filter(d -> d.kind() != Kind.UPDATE_RULE && d.kind() != Kind.STOPPING)
        .filter(d -> !List.of("conv", "recurrent", "residual").contains(d.place()))
        .map(Declaration::name)
        .toList();
  }

  /**
   * The recipe of one regularizer, for each member.
   *
   * @throws IllegalArgumentException if there is none of that name, with the names there are
   */
  static List<Recipe> of(String name, int members) {
    Sample sample =
        ALL.stream()
            .filter(s -> s.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "regularizer \"" + name + "\": " + Suggestion.expected(name, names())));
    return IntStream.range(0, members).mapToObj(sample::of).toList();
  }

  /** No regularizer, for each member. */
  static List<Recipe> none(int members) {
    return Collections.nCopies(members, Recipe.none());
  }

  /** Dropout, decay and max-norm together, for each member. */
  static List<Recipe> whole(int members) {
    List<Recipe> dropout = of("dropout", members);
    List<Recipe> decay = of("coupled-decay", members);
    List<Recipe> maxNorm = of("max-norm", members);
    List<Recipe> whole = new ArrayList<>();
    for (int k = 0; k < members; k++) {
      whole.add(Recipe.parse(dropout.get(k) + " + " + decay.get(k) + " + " + maxNorm.get(k)));
    }
    return whole;
  }
}
