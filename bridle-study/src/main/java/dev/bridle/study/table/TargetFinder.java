package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Decides what is asked about the target column, and refuses what cannot be learned. */
final class TargetFinder {
  /** A class with fewer rows is refused: it could not be in every part of a split. */
  static final int MIN_CLASS_ROWS = 5;

  private static final int SHOWN = 5;

  private final Table raw;
  private final int place;
  private final Column column;
  private final TableOptions options;

  TargetFinder(Table raw, int target, TableOptions options) {
    this.raw = raw;
    this.place = target;
    this.column = raw.columns().get(target);
    this.options = options;
  }

  /** The table of the rows that have a target, with the task that was found. */
  Table settle() {
    int[] rows = IntStream.range(0, raw.rows()).filter(row -> !column.isMissing(row)).toArray();
    if (rows.length == 0) {
      throw error(
          column instanceof TextColumn
              ? "has more than "
                  + Words.grouped(TextColumn.MAX_DICTIONARY)
                  + " different texts: expected classes or numbers; name another with --target"
              : "is missing in every row: expected values; name another with --target");
    }
    Column values = rows.length == column.size() ? column : column.at(rows);
    TaskKind kind = options.task().orElseGet(() -> TaskKind.of(values));
    List<Note> notes = new ArrayList<>();
    missingNote(rows.length).ifPresent(notes::add);
    if (kind == TaskKind.REGRESSION) {
      checkNumbers(values);
      return raw.with(rows, new Target(place, kind, List.of()), notes);
    }
    List<String> classes = classes(values);
    if (values instanceof NumberColumn && options.task().isEmpty()) {
      notes.add(numericClasses(classes));
    }
    return raw.with(rows, new Target(place, kind, classes), notes);
  }

  /** The table as it is, whose target has to be a number in every row. */
  Table settleSeries() {
    int[] rows = IntStream.range(0, raw.rows()).toArray();
    checkNumbers(column);
    for (int row : rows) {
      if (column.isMissing(row)) {
        throw error(
            "has no value in line "
                + raw.line(row)
                + ": expected a number in every row of a series; fill the gap first");
      }
    }
    return raw.with(rows, new Target(place, TaskKind.REGRESSION, List.of()), List.of());
  }

  private Optional<Note> missingNote(int present) {
    int missing = raw.rows() - present;
    if (missing == 0) {
      return Optional.empty();
    }
    String text =
        Words.grouped(missing)
            + " of "
            + Words.count(raw.rows(), "row")
            + (missing == 1 ? " has" : " have")
            + " no value in the target "
            + Words.quote(column.name())
            + " and "
            + (missing == 1 ? "is" : "are")
            + " left out";
    return Optional.of(missing > present ? Note.warning(text) : Note.info(text));
  }

  private Note numericClasses(List<String> classes) {
    return Note.info(
        "target "
            + Words.quote(column.name())
            + " has "
            + classes.size()
            + " different whole numbers, which are taken for classes; if they are amounts: --task"
            + " regression");
  }

  private void checkNumbers(Column values) {
    if (!(values instanceof NumberColumn numbers)) {
      throw error(
          "holds texts such as "
              + Words.quote(values.text(0))
              + " (line "
              + firstLine()
              + "): expected numbers for a regression; for classes: --task classification");
    }
    double first = numbers.values()[0];
    if (Arrays.stream(numbers.values()).allMatch(v -> v == first)) {
      throw error(
          "is "
              + Words.number(first)
              + " in every row: expected at least two different numbers; name another with"
              + " --target");
    }
  }

  private int firstLine() {
    return raw.line(
        IntStream.range(0, raw.rows()).filter(r -> !column.isMissing(r)).findFirst().orElse(0));
  }

  /** The classes in order, each with enough rows. */
  private List<String> classes(Column values) {
    ClassCounts counts = ClassCounts.of(values);
    if (counts.classes().size() < 2) {
      throw error(
          "is "
              + Words.quote(counts.classes().get(0))
              + " in every row: expected at least two classes; name another with --target");
    }
    List<String> rare = new ArrayList<>();
    for (int i = 0; i < counts.classes().size(); i++) {
      if (counts.rows().get(i) < MIN_CLASS_ROWS) {
        String name = Words.quote(counts.classes().get(i));
        rare.add(name + " has " + Words.count(counts.rows().get(i), "row"));
      }
    }
    if (!rare.isEmpty()) {
      throw tooRare(counts.classes().size(), rare, values instanceof NumberColumn);
    }
    return counts.classes();
  }

  private TableException tooRare(int classes, List<String> rare, boolean numbers) {
    List<String> shown = rare.subList(0, Math.min(SHOWN, rare.size()));
    return error(
        "has "
            + classes
            + " classes, of which "
            + (rare.size() == 1 ? "one is" : rare.size() + " are")
            + " too rare: "
            + String.join(", ", shown)
            + (rare.size() > SHOWN ? " and so on" : "")
            + ": expected at least "
            + MIN_CLASS_ROWS
            + " rows in each; join rare classes with others or take their rows out of the file"
            + (numbers ? ", or predict the number: --task regression" : ""));
  }

  private TableException error(String what) {
    return new TableException(raw.name() + ": target " + Words.quote(column.name()) + " " + what);
  }
}
