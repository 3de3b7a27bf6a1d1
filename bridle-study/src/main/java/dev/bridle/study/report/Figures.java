package dev.bridle.study.report;

import dev.bridle.study.result.StudyReport;
import java.util.Optional;

/**
 * What the charts are drawn from; the scripts get it as JSON. A chart without data is empty, and
 * the page leaves its section out.
 *
 * @param differences to the baseline
 * @param strengths scores over strengths
 * @param learning losses over epochs
 * @param gaps train and score
 * @param reliability confidence and accuracy
 * @param inside what the regularizers did
 */
record Figures(
    Optional<Differences> differences,
    Optional<Strengths> strengths,
    Optional<Learning> learning,
    Optional<Gaps> gaps,
    Optional<Reliability> reliability,
    Optional<Inside> inside) {

  /** The figures of a study. */
  static Figures of(StudyReport study, Ranking ranking, Metric metric) {
    return new Figures(
        Differences.of(study, ranking, metric),
        Strengths.of(ranking, metric),
        Learning.of(ranking),
        Gaps.of(ranking, metric),
        Reliability.of(ranking),
        Inside.of(study));
  }
}
