/**
 * The report: a finished study as one HTML file that needs nothing else.
 *
 * <p>{@link dev.bridle.study.report.HtmlReport} is the door. Behind it a study takes three steps.
 * {@code Tidy} cuts long texts, makes invisible characters visible and drops numbers that are not
 * finite, so that nothing after it needs to think of them. The section types ({@code Leaderboard},
 * {@code Method}, ...) and the figure types ({@code Differences}, {@code Strengths}, ...) turn
 * records into words, in plain Java that tests can read. The templates under {@code src/main/jte}
 * put the words into markup and escape every one of them; the figures travel as one block of JSON,
 * which the scripts beside this package's resources draw with ECharts.
 *
 * <p>Numbers become text here, for the tables and for what charts say of a row alike, with {@code
 * Locale.ROOT}; scripts write ticks of axes and losses of single epochs. The same study makes the
 * same bytes.
 */
@NullMarked
package dev.bridle.study.report;

import org.jspecify.annotations.NullMarked;
