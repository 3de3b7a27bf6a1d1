package dev.bridle.cli;

import dev.bridle.metric.Metric;

/**
 * How scores of one metric, and differences of them, are shown in one table.
 *
 * @param percent whether they are shown in percent
 * @param decimals the same for all, so that they can be compared at a glance
 */
record ScoreFormat(boolean percent, int decimals) {

  /**
   * Accuracies in percent with one decimal; others with as many as make four digits of {@code
   * typical}.
   */
  static ScoreFormat of(Metric metric, Summary typical) {
    boolean share = metric.equals(Metric.ACCURACY);
    return new ScoreFormat(share, share ? 1 : Figures.decimals(typical));
  }

  /** The metric's name, and what it is shown in. */
  String title(Metric metric) {
    return metric.name() + (percent ? " in %" : "");
  }

  /** A score: {@code 88.6}, {@code 88.6 ± 0.5}. */
  String score(Summary score) {
    return Figures.spread(score, percent ? 100 : 1, decimals, "");
  }

  /** A difference of scores, with its sign: {@code +3.3}. */
  String difference(Summary difference) {
    return Figures.spread(difference, percent ? 100 : 1, decimals, "+");
  }
}
