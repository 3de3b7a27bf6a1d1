package dev.bridle.study.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the sizes of data and network speak for. */
final class SizeRules {
  private static final int MANY_ROWS = 500;
  private static final int FEW_ROWS = 1000;
  private static final int UNITS = 128; // two layers of it: the default network

  private final Evidence evidence;
  private final List<Suggestion> found = new ArrayList<>();

  private SizeRules(Evidence evidence) {
    this.evidence = evidence;
  }

  /** What these rules suggest, in any order. */
  static List<Suggestion> of(Evidence evidence) {
    SizeRules rules = new SizeRules(evidence);
    rules.manyRows();
    rules.fewRows();
    rules.time();
    return rules.found;
  }

  private void manyRows() {
    if (evidence.overview().rows() < MANY_ROWS) {
      return;
    }
    boolean inputs = evidence.overview().features() >= 50;
    add(
        inputs
            ? "dropout(0.2)@input + dropout(0.1, 0.2, 0.3, 0.5, 0.7)"
            : "dropout(0.1, 0.2, 0.3, 0.5, 0.7)",
        Math.min(0.7, 0.45 + 0.1 * Math.log10((double) evidence.overview().rows() / MANY_ROWS))
            + (weightsPerRow() > 10 ? 0.1 : 0),
        "the default network has "
            + Suggestion.tenths(weightsPerRow())
            + " weights for each of "
            + String.format(Locale.ROOT, "%,d", evidence.overview().rows())
            + " rows: large enough to learn them by heart, and rows enough for dropout, which"
            + " brings little on a few hundred",
        "Srivastava et al., Dropout, JMLR 15, 2014, section 7.4");
  }

  private void fewRows() {
    if (evidence.overview().rows() < FEW_ROWS && evidence.overview().numbers() >= 2) {
      add(
          "input-noise(0.1, 0.3, 0.6, 1)",
          0.35 + (evidence.overview().featuresPerRow() > 0.1 ? 0.1 : 0),
          Suggestion.tenths(1 / evidence.overview().featuresPerRow())
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
    int outputs = evidence.classes().map(c -> c.classes().size()).orElse(1);
    double weights =
        (double) UNITS * (evidence.overview().features() + UNITS + outputs + 2) + outputs;
    return weights / evidence.overview().rows();
  }

  private void add(String recipe, double strength, String reason, String source) {
    found.add(new Suggestion(recipe, reason, source, Math.min(1, strength)));
  }
}
