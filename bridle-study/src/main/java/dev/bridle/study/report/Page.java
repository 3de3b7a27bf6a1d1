package dev.bridle.study.report;

import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Data;
import dev.bridle.study.result.StudyReport.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Everything the templates show, as words.
 *
 * @param assets style and scripts
 * @param title of the window
 * @param verdict the first of the study's own sentences
 * @param more the others, or nothing
 * @param facts about data and effort, a few words each
 * @param exploratory whether nothing is claimed
 * @param advice what to use
 * @param leaderboard all arms
 * @param open the undecided ones, with what would decide them
 * @param figures what the charts are drawn from
 * @param method how it was made
 * @param appendix the numbers behind the charts
 * @param notes on the data and the runs
 */
record Page(
    Assets assets,
    String title,
    String verdict,
    String more,
    List<String> facts,
    boolean exploratory,
    Advice advice,
    Leaderboard leaderboard,
    List<Open> open,
    Figures figures,
    Method method,
    Appendix appendix,
    List<String> notes) {
  /** Between two sentences; in a number there is no space. */
  private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})");

  /** The page of a study whose texts and numbers are tidy. */
  static Page of(StudyReport study, Assets assets) {
    Ranking ranking = Ranking.of(study);
    Metric metric = Metric.of(study);
    String[] sentences = END.split(study.sentence(), 2);
    String title = "Bridle study of " + study.data().name();
    return new Page(
        assets,
        title,
        sentences[0].isBlank() ? title : sentences[0],
        sentences.length > 1 ? sentences[1] : "",
        facts(study),
        study.protocol().exploratory(),
        Advice.of(study, ranking, metric),
        Leaderboard.of(study, ranking, metric),
        study.protocol().exploratory() ? List.of() : Open.of(ranking),
        Figures.of(study, ranking, metric),
        Method.of(study, ranking, metric),
        Appendix.of(ranking, metric),
        study.notes());
  }

  /** The figures as JSON for the scripts. */
  String data() {
    return Json.of(figures);
  }

  private static List<String> facts(StudyReport study) {
    Data data = study.data();
    Protocol protocol = study.protocol();
    List<String> facts = new ArrayList<>();
    facts.add(Numbers.count(data.rows(), "row"));
    facts.add(Numbers.count(data.features(), "feature"));
    facts.add(
        data.classes()
            .map(n -> Numbers.count(n) + (n == 1 ? " class" : " classes"))
            .orElse(data.task()));
    if (!data.target().isBlank()) {
      facts.add("target " + data.target());
    }
    facts.add(
        protocol.exploratory()
            ? Numbers.count(protocol.select(), "replicate")
            : Numbers.count(protocol.select())
                + " + "
                + Numbers.count(protocol.confirm(), "replicate"));
    int trials = study.arms().stream().mapToInt(arm -> arm.trials()).sum();
    facts.add(
        Numbers.count(trials, "network") + " trained in " + Numbers.duration(study.seconds()));
    return facts;
  }
}
