package dev.bridle.cli;

import dev.bridle.study.diagnosis.Diagnosis;
import dev.bridle.study.diagnosis.Overview;
import dev.bridle.study.diagnosis.Reading;
import dev.bridle.study.diagnosis.Suggestion;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A diagnosis for people: what is seen, what is odd, what to try and why. */
final class DiagnosisText {
  private static final int TOGETHER = 5;
  private static final int MOST_NOTES = 20;
  private static final String INDENT = " ".repeat(13);

  private final Diagnosis diagnosis;
  private final String name;
  private final List<String> command;
  private final Optional<Double> seconds;

  /**
   * The text.
   *
   * @param command the words of a study of the same data
   * @param seconds how long it took; empty if that is not to be said
   */
  DiagnosisText(Diagnosis diagnosis, String name, List<String> command, Optional<Double> seconds) {
    this.diagnosis = diagnosis;
    this.name = name;
    this.command = command;
    this.seconds = seconds;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(title()).append("\n\n");
    for (Reading reading : Reading.of(diagnosis)) {
      text.append(labelled(reading.label(), reading.text()));
    }
    diagnosis.notes().stream()
        .limit(MOST_NOTES)
        .forEach(note -> text.append(labelled(label(note), note.text())));
    int more = diagnosis.notes().size() - MOST_NOTES;
    text.append(more > 0 ? labelled("note", Figures.of(more, "note") + " more: --json") : "");
    seconds.ifPresent(s -> text.append(labelled("time", Figures.tenths(s) + " s")));
    suggestions(text);
    return text.toString();
  }

  private String title() {
    Overview overview = diagnosis.overview();
    String task =
        switch (overview.task()) {
          case "none" -> "no target";
          case "regression" -> "regression of " + Words.quote(overview.target());
          default -> classes() + " classes of " + Words.quote(overview.target());
        };
    String file = Words.quote(name);
    return file.substring(1, file.length() - 1)
        + ": "
        + Figures.of(overview.rows(), "row")
        + ", "
        + Figures.of(overview.columns(), "column")
        + ", "
        + task;
  }

  private int classes() {
    return diagnosis.classes().map(c -> c.classes().size()).orElse(0);
  }

  private static String label(Note note) {
    return note.level() == Note.Level.WARNING ? "warning" : "note";
  }

  /** A paragraph behind an indent, with a label in front. */
  private static String labelled(String label, String text) {
    String lines = Figures.wrapped(text, INDENT);
    return label + lines.substring(label.length());
  }

  private void suggestions(StringBuilder text) {
    List<Suggestion> all = diagnosis.suggestions();
    if (all.isEmpty()) {
      return;
    }
    text.append("\nWhat that speaks for, the most promising first:\n");
    for (Suggestion suggestion : all) {
      text.append("\n  ").append(suggestion.recipe()).append('\n');
      text.append(Figures.wrapped(sentence(suggestion.reason()), "    "));
      text.append(Figures.wrapped(sentence(suggestion.source()), "    "));
    }
    text.append("\nWhether it helps, a study says:\n\n  ./bridle ");
    text.append(ShellText.of(command)).append(" \\\n    --recipes ");
    text.append(ShellText.quoted(recipes())).append('\n');
  }

  private String recipes() {
    List<String> recipes = new ArrayList<>(List.of("none"));
    diagnosis.suggestions().stream().limit(TOGETHER).forEach(s -> recipes.add(s.recipe()));
    return recipes.stream().collect(Collectors.joining("; "));
  }

  private static String sentence(String text) {
    return text.endsWith("?") ? text : text + ".";
  }
}
