package dev.bridle.study.report;

/**
 * The question a study answers, in words.
 *
 * @param scope where an answer holds, the end of a sentence
 * @param varies what a replicate draws anew
 * @param test how differences are tested
 * @param limit what else to keep in mind, the end of a sentence
 */
record Question(String scope, String varies, String test, String limit) {
  private static final Question SAMPLES =
      new Question(
          "for new samples of this size from the same source",
          "A replicate draws a new split, new initial weights and a new order of batches.",
          "The corrected resampled t-test of Nadeau and Bengio (2003). Splits of the same rows"
              + " overlap, so the replicates are not independent; the test widens the variance by"
              + " the ratio of scoring to training rows.",
          "; every split was drawn from the same rows");
  private static final Question SEEDS =
      new Question(
          "on this data and this split, over the randomness of training",
          "A replicate draws new initial weights and a new order of batches; the split stays.",
          "The sign-flip test, exact up to 20 replicates, with BCa bootstrap intervals (Efron"
              + " 1987). It says nothing about other splits.",
          "; another split may give another answer");
  private static final Question FRESH =
      new Question(
          "on fresh data from this generator",
          "A replicate draws its own rows to train and to score, so replicates are independent.",
          "The paired t-test, which asks no more than independent replicates.",
          "; they come from a generator, not from the world");

  /** The question of a claim; of an unknown one, what can be said of any. */
  static Question of(String claim) {
    return switch (claim) {
      case "samples" -> SAMPLES;
      case "seeds" -> SEEDS;
      case "fresh" -> FRESH;
      default -> new Question("for " + claim, "", "A paired test over the replicates.", "");
    };
  }

  /** The question as a sentence. */
  String text(Metric metric) {
    return "Which recipe has the "
        + (metric.higherIsBetter() ? "higher" : "lower")
        + " "
        + metric.label()
        + ", "
        + scope
        + "?";
  }
}
