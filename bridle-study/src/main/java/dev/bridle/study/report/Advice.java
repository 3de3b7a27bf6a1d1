package dev.bridle.study.report;

import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Estimate;
import dev.bridle.study.result.StudyReport.Recommendation;
import java.util.Optional;

/**
 * What to use, in words.
 *
 * @param recipe the recipe, or nothing if no arm can be recommended
 * @param reason why this one
 * @param model the file of the network, or nothing
 * @param test the score on the held-out rows, or nothing if there are none
 * @param testNote its interval, or why there is no such score
 * @param baseline the baseline's score there, or nothing
 * @param opened how often the held-out rows have been looked at, or nothing
 */
record Advice(
    String recipe,
    String reason,
    String model,
    String test,
    String testNote,
    String baseline,
    String opened) {

  /** The advice of a study. */
  static Advice of(StudyReport study, Ranking ranking, Metric metric) {
    return study
        .recommended()
        .map(recommendation -> of(study, recommendation, ranking, metric))
        .orElseGet(
            () ->
                new Advice(
                    "",
                    "No recipe can be recommended; the table says how each of them fared.",
                    "",
                    "",
                    "",
                    "",
                    ""));
  }

  private static Advice of(
      StudyReport study, Recommendation recommendation, Ranking ranking, Metric metric) {
    Optional<Estimate> test = recommendation.test();
    return new Advice(
        recommendation.recipe(),
        recommendation.reason(),
        recommendation.model().orElse(""),
        test.map(t -> metric.withUnit(t.mean())).orElse(""),
        test.map(t -> interval(t, metric)).orElseGet(() -> untested(study)),
        recommendation
            .baselineTest()
            .filter(t -> test.isPresent())
            .map(t -> ranking.baselineName() + " on the same rows: " + metric.sentence(t))
            .orElse(""),
        test.isPresent() ? opened(study.data().testRows(), recommendation.testsOpened()) : "");
  }

  private static String interval(Estimate test, Metric metric) {
    String interval = metric.interval(test);
    return interval.isEmpty() ? "" : "95\u00a0% interval " + interval;
  }

  private static String untested(StudyReport study) {
    return study.data().testRows() > 0
        ? "The held-out rows have not been looked at."
        : "No rows were held out for a last test: the scores below come from the replicates alone.";
  }

  private static String opened(int rows, int times) {
    String what = rows > 0 ? "The " + Numbers.count(rows) + " held-out rows" : "The held-out rows";
    return times <= 1
        ? what + " were looked at once, for this."
        : what
            + " have now been looked at "
            + Numbers.count(times)
            + " times; each look makes them less of a test.";
  }
}
