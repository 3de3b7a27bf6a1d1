package dev.bridle.study.report;

import dev.bridle.study.diagnosis.ColumnProfile;
import dev.bridle.study.diagnosis.Diagnosis;
import dev.bridle.study.diagnosis.LabelNoise;
import dev.bridle.study.diagnosis.Overview;
import dev.bridle.study.diagnosis.Reading;
import dev.bridle.study.diagnosis.Suggestion;
import dev.bridle.study.table.Moments;
import dev.bridle.study.table.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Everything the templates show of a diagnosis, as words.
 *
 * @param assets style and scripts
 * @param title of the window
 * @param headline what the data are
 * @param facts a few words each
 * @param warnings what is likely to spoil a result
 * @param suggestions what to try
 * @param recipes the best of them in one text, as {@code bridle compare} takes it
 * @param readings what was seen, one by one
 * @param suspects rows whose label looks wrong
 * @param figures what the charts are drawn from
 * @param columns the table of columns
 * @param unlisted columns that are not in it
 * @param notes what else is to be said
 */
record DiagnosisPage(
    Assets assets,
    String title,
    String headline,
    List<String> facts,
    List<String> warnings,
    List<Suggestion> suggestions,
    String recipes,
    List<Reading> readings,
    List<Suspect> suspects,
    DiagnosisFigures figures,
    List<Row> columns,
    int unlisted,
    List<String> notes) {
  private static final int MOST_ROWS = 500;
  private static final int TOGETHER = 5;

  /**
   * A row whose label looks wrong.
   *
   * @param line where it stands
   * @param given its label
   * @param likely that of its neighbours
   * @param votes how many of them have it
   */
  record Suspect(String line, String given, String likely, String votes) {}

  /**
   * One column in the table.
   *
   * @param name of the column
   * @param remark what is odd about it, or nothing
   * @param type what it holds
   * @param cells numbers about it
   */
  record Row(String name, String remark, String type, List<Leaderboard.Cell> cells) {}

  static DiagnosisPage of(Diagnosis diagnosis, String name, Assets assets) {
    Overview overview = diagnosis.overview();
    return new DiagnosisPage(
        assets,
        "Bridle diagnosis of " + Text.name(name),
        headline(diagnosis),
        facts(overview),
        notes(diagnosis, Note.Level.WARNING),
        diagnosis.suggestions().stream().map(DiagnosisPage::tidy).toList(),
        recipes(diagnosis),
        Reading.of(diagnosis).stream()
            .map(r -> new Reading(capital(r.label()), capital(Text.sentence(r.text()))))
            .toList(),
        diagnosis
            .labelNoise()
            .filter(LabelNoise::isTelling)
            .map(DiagnosisPage::suspects)
            .orElse(List.of()),
        DiagnosisFigures.of(diagnosis),
        diagnosis.columns().stream().limit(MOST_ROWS).map(c -> row(c, overview.rows())).toList(),
        Math.max(0, diagnosis.columns().size() - MOST_ROWS),
        notes(diagnosis, Note.Level.INFO));
  }

  /** The figures as JSON for the scripts. */
  String data() {
    return Json.of(figures);
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String headline(Diagnosis diagnosis) {
    if (diagnosis.suggestions().isEmpty()) {
      return "Nothing here that a network could learn from";
    }
    Suggestion first = diagnosis.suggestions().get(0);
    return "Most speaks for " + Text.name(first.family());
  }

  private static List<String> facts(Overview overview) {
    List<String> facts = new ArrayList<>();
    facts.add(
        Numbers.count(overview.rows(), "row")
            + (overview.isSample() ? " of " + Numbers.count(overview.rowsInAll()) : ""));
    facts.add(Numbers.count(overview.columns(), "column"));
    facts.add(Numbers.count(overview.features(), "input"));
    facts.add(overview.task().equals("none") ? "no target" : overview.task());
    if (!overview.target().isBlank()) {
      facts.add("target " + Text.name(overview.target()));
    }
    return facts;
  }

  private static List<String> notes(Diagnosis diagnosis, Note.Level level) {
    return diagnosis.notes().stream()
        .filter(note -> note.level() == level)
        .map(note -> Text.sentence(note.text()))
        .toList();
  }

  private static Suggestion tidy(Suggestion s) {
    return new Suggestion(
        Text.name(s.recipe()), Text.sentence(s.reason()), Text.sentence(s.source()), s.strength());
  }

  private static String recipes(Diagnosis diagnosis) {
    List<String> all = new ArrayList<>(List.of("none"));
    diagnosis.suggestions().stream().limit(TOGETHER).forEach(s -> all.add(s.recipe()));
    return String.join("; ", all);
  }

  private static List<Suspect> suspects(LabelNoise noise) {
    return noise.suspects().stream()
        .map(
            s ->
                new Suspect(
                    Numbers.count(s.line()),
                    Text.name(s.given()),
                    Text.name(s.likely()),
                    Numbers.percent(s.votes())))
        .toList();
  }

  private static Row row(ColumnProfile column, int rows) {
    double missing = (double) column.missing() / rows;
    List<Leaderboard.Cell> cells = new ArrayList<>();
    cells.add(Leaderboard.Cell.of(share(missing), missing));
    cells.add(Leaderboard.Cell.of(Numbers.count(column.distinct()), column.distinct()));
    cells.add(
        column.moments().isPresent()
            ? Leaderboard.Cell.of(share(column.zeros()), column.zeros())
            : Leaderboard.Cell.none());
    cells.add(column.moments().map(m -> number(m.median())).orElseGet(Leaderboard.Cell::none));
    cells.add(
        column
            .moments()
            .map(Moments::deviation)
            .map(DiagnosisPage::number)
            .orElseGet(Leaderboard.Cell::none));
    cells.add(
        column
            .relation()
            .map(r -> Leaderboard.Cell.of(share(r.share()), r.share()))
            .orElseGet(Leaderboard.Cell::none));
    return new Row(Text.name(column.name()), remark(column), column.type(), cells);
  }

  private static String remark(ColumnProfile column) {
    return column.isInput()
        ? column.leak()
            ? "gives the target away"
            : column.identifier() ? "looks like the key of a row" : ""
        : "left out: " + Text.name(column.leftOut());
  }

  private static String share(double share) {
    return Text.prose(Reading.percent(share));
  }

  private static Leaderboard.Cell number(double value) {
    double size = Math.abs(value);
    int decimals = size >= 1000 || size == 0 ? 0 : size >= 1 ? 2 : 4;
    return Leaderboard.Cell.of(Numbers.fixed(value, decimals), value);
  }
}
