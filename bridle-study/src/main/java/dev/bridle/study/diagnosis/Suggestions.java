package dev.bridle.study.diagnosis;

import dev.bridle.recipe.Recipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rules from statistics to recipes. Each rule looks at its own part of the data and says how
 * much speaks for it; where two speak for the same recipe, the stronger stands and the other's
 * reason is added.
 */
final class Suggestions {
  /** Inputs are called sparse from this share of zeros on. */
  static final double SPARSE = 0.6;

  /** Few inputs matter where at most this share of ten or more is related to the target. */
  static final double FEW = 1.0 / 3;

  /** Classes are called unbalanced from this ratio on. */
  static final double UNBALANCED = 3;

  /** Labels are called noisy from this share of all, or this one of certain cases, on. */
  static final double NOISY = 0.05;

  private static final double CERTAINLY_NOISY = 0.02;
  private static final int MANY_ROWS = 500;
  private static final int FEW_ROWS = 1000;
  private static final int UNITS = 128; // two layers of it: the default network

  private final Overview overview;
  private final Optional<Relevance> relevance;
  private final Correlations correlations;
  private final Optional<ClassBalance> classes;
  private final Optional<LabelNoise> noise;
  private final List<Suggestion> found = new ArrayList<>();

  private Suggestions(
      Overview overview,
      Optional<Relevance> relevance,
      Correlations correlations,
      Optional<ClassBalance> classes,
      Optional<LabelNoise> noise) {
    this.overview = overview;
    this.relevance = relevance;
    this.correlations = correlations;
    this.classes = classes;
    this.noise = noise;
  }

  /** What the statistics speak for, the most first; nothing for data without inputs. */
  static List<Suggestion> of(
      Overview overview,
      Optional<Relevance> relevance,
      Correlations correlations,
      Optional<ClassBalance> classes,
      Optional<LabelNoise> noise) {
    if (overview.features() == 0) {
      return List.of();
    }
    Suggestions rules = new Suggestions(overview, relevance, correlations, classes, noise);
    rules.blocks();
    rules.fewMatter();
    rules.mostMatter();
    rules.sparse();
    rules.noisy();
    rules.unbalanced();
    rules.manyRows();
    rules.fewRows();
    rules.time();
    return rules.ranked();
  }

  private void blocks() {
    int largest = correlations.blocks().stream().mapToInt(b -> b.columns().size()).max().orElse(0);
    double share = correlations.shareInBlocks();
    if (largest >= 3 || share >= 0.2) {
      add(
          "elastic-net(1e-5..1e-1, alpha=0.5)",
          0.5 + 0.4 * share,
          count(correlations.inBlocks(), "column")
              + " of "
              + correlations.columns().size()
              + " come in "
              + count(correlations.blocks().size(), "block")
              + " that say nearly the same, the largest of "
              + largest
              + ": l1 would keep one of each by chance, the elastic net keeps or drops them"
              + " together",
          "Zou and Hastie, Regularization and variable selection via the elastic net, JRSS B 67,"
              + " 2005");
    }
  }

  private void fewMatter() {
    Relevance r = relevance.orElse(new Relevance(0, 0, List.of()));
    if (r.tested() >= 10 && r.related() > 0 && r.share() <= FEW) {
      add(
          "l1(1e-6..1e-2)",
          0.55 + 0.35 * (1 - r.share()) - (correlations.shareInBlocks() >= 0.2 ? 0.1 : 0),
          "only "
              + r.related()
              + " of "
              + count(r.tested(), "column")
              + " tell something of the target by themselves: l1 needs rows by the logarithm of"
              + " the useless inputs, l2 by their number",
          "Ng, Feature selection, L1 vs. L2 regularization, and rotational invariance, ICML 2004");
    }
  }

  private void mostMatter() {
    Relevance r = relevance.orElse(new Relevance(0, 0, List.of()));
    boolean most = r.tested() > 0 && r.share() >= 0.5;
    add(
        "l2(1e-5..1e-1)",
        most ? 0.4 + 0.2 * r.share() : 0.3,
        most
            ? r.related()
                + " of "
                + count(r.tested(), "column")
                + " tell something of the target: l2 shrinks all of them and drops none"
            : "the usual first choice where nothing speaks against small weights",
        most
            ? "Hoerl and Kennard, Ridge regression, Technometrics 12, 1970"
            : "Krogh and Hertz, A simple weight decay can improve generalization, NeurIPS 1991");
  }

  private void sparse() {
    if (overview.zeros() >= SPARSE) {
      add(
          "l2(1e-5..1e-1)",
          0.4 + 0.4 * overview.zeros(),
          Reading.percent(overview.zeros())
              + " of the inputs are 0 already: with sparse rows many weights share the work, which"
              + " l2 allows and l1 does not",
          "Kivinen, Warmuth and Auer, The perceptron algorithm versus Winnow, Artificial"
              + " Intelligence 97, 1997");
    }
  }

  private void noisy() {
    LabelNoise n = noise.orElse(new LabelNoise(0, 0, 0, 0, 0, List.of(), List.of()));
    if (n.certain() < CERTAINLY_NOISY && n.share() < NOISY) {
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
    double ratio = classes.map(ClassBalance::ratio).orElse(1.0);
    if (ratio >= UNBALANCED) {
      add(
          "l2(1e-5..1e-1)",
          0.45,
          "the largest class has "
              + (Double.isInfinite(ratio) ? "all" : tenths(ratio) + " times the")
              + " rows of the smallest: judge by --metric balanced-accuracy; weights of classes"
              + " lose their effect on a network that fits every row, and l2 restores some of it",
          "He and Garcia, Learning from imbalanced data, IEEE TKDE 21, 2009; Byrd and Lipton, What"
              + " is the effect of importance weighting in deep learning?, ICML 2019");
    }
  }

  private void manyRows() {
    if (overview.rows() < MANY_ROWS) {
      return;
    }
    boolean inputs = overview.features() >= 50;
    add(
        inputs
            ? "dropout(0.2)@input + dropout(0.1, 0.2, 0.3, 0.5, 0.7)"
            : "dropout(0.1, 0.2, 0.3, 0.5, 0.7)",
        Math.min(0.7, 0.45 + 0.1 * Math.log10((double) overview.rows() / MANY_ROWS))
            + (weightsPerRow() > 10 ? 0.1 : 0),
        "the default network has "
            + tenths(weightsPerRow())
            + " weights for each of "
            + String.format(Locale.ROOT, "%,d", overview.rows())
            + " rows: large enough to learn them by heart, and rows enough for dropout, which"
            + " brings little on a few hundred",
        "Srivastava et al., Dropout, JMLR 15, 2014, section 7.4");
  }

  private void fewRows() {
    if (overview.rows() < FEW_ROWS && overview.numbers() >= 2) {
      add(
          "input-noise(0.1, 0.3, 0.6, 1)",
          0.35 + (overview.featuresPerRow() > 0.1 ? 0.1 : 0),
          tenths(1 / overview.featuresPerRow())
              + " rows for each input: noise on the inputs stands for rows that are missing, and"
              + " asks for an even function",
          "Bishop, Training with noise is equivalent to Tikhonov regularization, Neural Computation"
              + " 7, 1995");
    }
  }

  private void time() {
    add(
        "early-stopping(2, 3, 5, 10, 20)",
        0.25 + (weightsPerRow() > 50 ? 0.1 : 0),
        "when time is short: it makes training shorter instead of longer, with one number to choose",
        "Prechelt, Automatic early stopping using cross validation, Neural Networks 11, 1998");
  }

  private double weightsPerRow() {
    int outputs = classes.map(c -> c.classes().size()).orElse(1);
    double weights = (double) UNITS * (overview.features() + UNITS + outputs + 2) + outputs;
    return weights / overview.rows();
  }

  private void add(String recipe, double strength, String reason, String source) {
    found.add(new Suggestion(recipe, reason, source, Math.min(1, strength)));
  }

  private List<Suggestion> ranked() {
    found.sort(Comparator.comparingDouble(suggestion -> -suggestion.strength()));
    Map<String, Suggestion> merged = new LinkedHashMap<>();
    for (Suggestion next : found) {
      merged.merge(next.recipe(), next, Suggestions::both);
    }
    return List.copyOf(merged.values());
  }

  private static Suggestion both(Suggestion first, Suggestion second) {
    boolean usual = second.strength() <= 0.3;
    return usual
        ? first
        : new Suggestion(
            first.recipe(),
            first.reason() + ". Also: " + second.reason(),
            first.source() + "; " + second.source(),
            first.strength());
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String tenths(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
  }
}
