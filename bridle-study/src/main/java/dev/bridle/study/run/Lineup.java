package dev.bridle.study.run;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Task;
import dev.bridle.layer.Shape;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.recipe.Recipe;
import java.util.List;
import java.util.stream.Stream;

/** The families that are compared unless a user asks for others. */
public final class Lineup {
  /** What a user writes for all families instead of the usual ones. */
  public static final String ALL = "all";

  /**
   * A family of the line-up.
   *
   * @param recipe with the strengths to try
   * @param usual whether it is compared unless a user asks for others
   */
  public record Family(Recipe recipe, boolean usual) {
    private static Family usual(String recipe) {
      return new Family(Recipe.parse(recipe), true);
    }

    private static Family other(String recipe) {
      return new Family(Recipe.parse(recipe), false);
    }
  }

  /**
   * One family for each thing that restrains in a way of its own, about five strengths around the
   * usual ones each, and the combinations the literature favours. The usual ones are those that
   * proved useful ({@code docs/decisions/0011}); none stands twice under another name: {@code
   * coupled-decay(2c)} is {@code l2(c)}.
   */
  private static final List<Family> FAMILIES =
      List.of(
          Family.usual("none"),
          Family.usual("l2(1e-5..1e-1)"),
          Family.usual("l1(1e-6..1e-2)"),
          Family.usual("elastic-net(1e-5..1e-1, alpha=0.5)"),
          Family.other("group-lasso(1e-6..1e-2)"),
          Family.other("orthogonal(1e-5..1e-1)"),
          Family.other("spectral-penalty(1e-4..1)"),
          Family.usual("weight-decay(0.01..10)"),
          Family.usual("max-norm(0.5, 0.7, 1, 2, 3)"),
          Family.usual("unit-norm"),
          Family.other("min-max-norm(0.5, hi=[0.7, 1, 2, 3])"),
          Family.usual("l1-ball(1, 3, 6, 12, 24)"),
          Family.other("spectral-norm(0.5, 1, 1.5, 2, 3)"),
          Family.other("non-negative@output"),
          Family.usual("dropout(0.1, 0.2, 0.3, 0.5, 0.7)"),
          Family.usual("dropout(0.2)@input + dropout(0.1, 0.2, 0.3, 0.5, 0.7)"),
          Family.other("gaussian-dropout(0.1, 0.2, 0.3, 0.5, 0.7)"),
          Family.other("alpha-dropout(0.02, 0.05, 0.1, 0.2, 0.3)"),
          Family.other("drop-connect(0.1, 0.2, 0.3, 0.5, 0.7)"),
          Family.usual("input-noise(0.1, 0.3, 0.6, 1, 1.5)"),
          Family.other("activation-noise(0.03..3)"),
          Family.other("weight-noise(0.01..0.3)"),
          Family.other("gradient-noise(1e-5..0.1)"),
          Family.other("label-smoothing(0.02, 0.05, 0.1, 0.2, 0.4)"),
          Family.other("mixup(0.1..2)"),
          Family.other("confidence-penalty(0.03..1)"),
          Family.other("activity-l1(1e-5..1e-1)"),
          Family.other("activity-l2(1e-5..1e-1)"),
          Family.other("kl-sparsity(1e-4..1)"),
          Family.usual("contractive(1e-4..1)"),
          Family.usual("batch-norm"),
          Family.other("layer-norm"),
          Family.other("rms-norm"),
          Family.other("weight-norm"),
          Family.other("clip-norm(0.01..1)"),
          Family.other("adaptive-clip(0.001..0.1)"),
          Family.other("sharpness(0.02..2)"),
          Family.other("ema(0.9, 0.97, 0.99, 0.997)"),
          Family.other("swa(0.25, 0.5, 0.75, 0.9)"),
          Family.other("prune(0.5, 0.8, 0.9, 0.95, 0.98)"),
          Family.usual("early-stopping(2, 3, 5, 10, 20)"),
          Family.usual("dropout(0.3) + max-norm(0.5, 0.7, 1, 2, 3)"),
          Family.usual("dropout(0.3) + l2(1e-5..1e-1)"));

  private Lineup() {}

  /** All families there are, the baseline first. */
  public static List<Family> families() {
    return FAMILIES;
  }

  /**
   * The usual families that fit a network and a task, the baseline first.
   *
   * @param input the shape of a row
   */
  public static List<Recipe> byDefault(Architecture architecture, Shape input, Task task) {
    return FAMILIES.stream()
        .filter(Family::usual)
        .map(Family::recipe)
        .filter(recipe -> fits(recipe, architecture, input, task))
        .toList();
  }

  /**
   * The families of a user's text, {@link #ALL} standing for all that fit, with the baseline put
   * first if it is not there. Families that a user writes are not asked whether they fit.
   *
   * @param input the shape of a row
   */
  public static List<Recipe> parse(String text, Architecture architecture, Shape input, Task task) {
    if (text.strip().equals(ALL)) {
      return FAMILIES.stream()
          .map(Family::recipe)
          .filter(recipe -> fits(recipe, architecture, input, task))
          .toList();
    }
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
    Stream<Recipe> others = written.stream().filter(recipe -> !recipe.equals(Recipe.none()));
    return Stream.concat(Stream.of(Recipe.none()), others).toList();
  }

  /**
   * Whether a family makes sense here: some need classes, others a hidden dense layer, or inputs
   * that are no ids.
   */
  private static boolean fits(Recipe recipe, Architecture architecture, Shape input, Task task) {
    try {
      Recipe first = recipe.expand().get(0);
      CompiledNetwork.compile(architecture, first, input, task.outputs()).requireFits(task);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
