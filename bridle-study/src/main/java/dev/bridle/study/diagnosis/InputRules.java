package dev.bridle.study.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** What the inputs speak for: which of them matter, and which say the same. */
final class InputRules {
  /** Few inputs matter where at most this share of ten or more is related to the target. */
  static final double FEW = 1.0 / 3;

  private static final int ENOUGH_TO_CHOOSE = 10;
  private static final double MANY_IN_BLOCKS = 0.2;

  private final Evidence evidence;
  private final List<Suggestion> found = new ArrayList<>();

  private InputRules(Evidence evidence) {
    this.evidence = evidence;
  }

  /** What these rules suggest, in any order. */
  static List<Suggestion> of(Evidence evidence) {
    InputRules rules = new InputRules(evidence);
    rules.blocks();
    rules.fewMatter();
    rules.mostMatter();
    rules.sparse();
    return rules.found;
  }

  private void blocks() {
    int largest =
        evidence.correlations().blocks().stream().mapToInt(b -> b.columns().size()).max().orElse(0);
    double share = evidence.correlations().shareInBlocks();
    if (largest >= 3 || share >= MANY_IN_BLOCKS) {
      add(
          "elastic-net(1e-5..1e-1, alpha=0.5)",
          evidence.correlations().columns().size() < ENOUGH_TO_CHOOSE
              ? Math.min(0.45, 0.35 + 0.5 * share)
              : 0.45 + 0.5 * share,
          Suggestion.count(evidence.correlations().inBlocks(), "column")
              + " of "
              + evidence.correlations().columns().size()
              + " come in "
              + Suggestion.count(evidence.correlations().blocks().size(), "block")
              + " that say nearly the same, the largest of "
              + largest
              + ": l1 would keep one of each by chance, the elastic net keeps or drops them"
              + " together",
          "Zou and Hastie, Regularization and variable selection via the elastic net, JRSS B 67,"
              + " 2005");
    }
  }

  private void fewMatter() {
    Relevance r = evidence.relevance().orElse(new Relevance(0, 0, List.of()));
    if (r.tested() >= ENOUGH_TO_CHOOSE && r.related() > 0 && r.share() <= FEW) {
      add(
          "l1(1e-6..1e-2)",
          0.55
              + 0.35 * (1 - r.share())
              - (evidence.correlations().shareInBlocks() >= MANY_IN_BLOCKS ? 0.2 : 0),
          "only "
              + r.related()
              + " of "
              + Suggestion.count(r.tested(), "column")
              + " tell something of the target by themselves: l1 needs rows by the logarithm of"
              + " the useless inputs, l2 by their number",
          "Ng, Feature selection, L1 vs. L2 regularization, and rotational invariance, ICML 2004");
    }
  }

  private void mostMatter() {
    Relevance r = evidence.relevance().orElse(new Relevance(0, 0, List.of()));
    boolean most = r.tested() > 0 && r.share() >= 0.5;
    add(
        "l2(1e-5..1e-1)",
        most ? 0.4 + 0.2 * r.share() : Suggestions.USUAL,
        most
            ? r.related()
                + " of "
                + Suggestion.count(r.tested(), "column")
                + " tell something of the target: l2 shrinks all of them and drops none"
            : "the usual first choice where nothing speaks against small weights",
        most
            ? "Hoerl and Kennard, Ridge regression, Technometrics 12, 1970"
            : "Krogh and Hertz, A simple weight decay can improve generalization, NeurIPS 1991");
  }

  private void sparse() {
    if (evidence.overview().zeros() >= Suggestions.SPARSE) {
      add(
          "l2(1e-5..1e-1)",
          0.4 + 0.4 * evidence.overview().zeros(),
          Reading.percent(evidence.overview().zeros())
              + " of the inputs are 0 already: with sparse rows many weights share the work, which"
              + " l2 allows and l1 does not",
          "Kivinen, Warmuth and Auer, The perceptron algorithm versus Winnow, Artificial"
              + " Intelligence 97, 1997");
    }
  }

  private void add(String recipe, double strength, String reason, String source) {
    found.add(new Suggestion(recipe, reason, source, Math.min(1, strength)));
  }
}
