package dev.bridle.study.diagnosis;

import dev.bridle.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;

/** What the target speaks for: labels that look wrong, classes that are rare. */
final class TargetRules {
  private static final double CERTAINLY_NOISY = 0.02;

  private final Evidence evidence;
  private final List<Suggestion> found = new ArrayList<>();

  private TargetRules(Evidence evidence) {
    this.evidence = evidence;
  }

  /** What these rules suggest, in any order. */
  static List<Suggestion> of(Evidence evidence) {
    TargetRules rules = new TargetRules(evidence);
    rules.noisy();
    rules.unbalanced();
    return rules.found;
  }

  private void noisy() {
    LabelNoise n = evidence.noise().orElse(new LabelNoise(0, 0, 0, 0, 0, 0, List.of(), List.of()));
    if (!n.isTelling()) {
      return;
    }
    if (n.certain() < CERTAINLY_NOISY && n.share() < Suggestions.NOISY) {
      return;
    }
    double weight = Math.min(0.4, 4 * n.certain());
    String reason =
        "about "
            + Reading.percent(n.share())
            + " of the labels disagree with the rows around them, "
            + Reading.percent(n.certain())
            + " with nearly all of these: ";
    add(
        "early-stopping(2, 3, 5, 10, 20)",
        0.4 + weight,
        reason + "a network fits the clean rows first and wrong labels later",
        "Li, Soltanolkotabi and Oymak, Gradient descent with early stopping is provably robust to"
            + " label noise, AISTATS 2020");
    if (isKnown("label-smoothing(0.1)")) {
      add(
          "label-smoothing(0.05, 0.1, 0.2)",
          0.38 + weight,
          reason + "smoothed labels do not ask for certainty",
          "Lukasik, Bhojanapalli, Menon and Kumar, Does label smoothing mitigate label noise?,"
              + " ICML 2020");
    }
    add(
        "dropout(0.3) + max-norm(0.5, 0.7, 1, 2, 3)",
        0.35 + weight,
        reason
            + "dropout hinders learning single rows by heart, max-norm bounds what one row can do",
        "Arpit et al., A closer look at memorization in deep networks, ICML 2017; Srebro and"
            + " Shraibman, Rank, trace-norm and max-norm, COLT 2005");
  }

  /** A catalogue of another version may have more. */
  static boolean isKnown(String recipe) {
    try {
      Recipe.parse(recipe);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void unbalanced() {
    double ratio = evidence.classes().map(ClassBalance::ratio).orElse(1.0);
    if (ratio >= Suggestions.UNBALANCED) {
      add(
          "l2(1e-5..1e-1)",
          0.45,
          "the largest class has "
              + (Double.isInfinite(ratio) ? "all" : Suggestion.tenths(ratio) + " times the")
              + " rows of the smallest: judge by --metric balanced-accuracy; weights of classes"
              + " lose their effect on a network that fits every row, and l2 restores some of it",
          "He and Garcia, Learning from imbalanced data, IEEE TKDE 21, 2009; Byrd and Lipton, What"
              + " is the effect of importance weighting in deep learning?, ICML 2019");
    }
  }

  private void add(String recipe, double strength, String reason, String source) {
    found.add(new Suggestion(recipe, reason, source, Math.min(1, strength)));
  }
}
