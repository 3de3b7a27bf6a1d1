package dev.bridle.study.table;

import dev.bridle.text.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the columns that a preparation reads in another table, by name. */
final class ColumnMatcher {
  private static final int SHOWN = 10;

  private final Preparation preparation;
  private final Map<String, InputRule> rules = new HashMap<>();

  ColumnMatcher(Preparation preparation) {
    this.preparation = preparation;
    preparation.inputs().forEach(rule -> rules.put(rule.column(), rule));
  }

  /** The rule that reads a column, if there is one. */
  Optional<InputRule> ruleFor(String column) {
    return Optional.ofNullable(rules.get(column));
  }

  /** The column for each rule, or an error that names all that are missing or of another type. */
  List<Column> match(Table table) {
    requireColumns(table.name(), table.columns().stream().map(Column::name).toList());
    List<String> problems = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (InputRule rule : preparation.inputs()) {
      Column column = table.column(rule.column()).orElseThrow();
      columns.add(column);
      rule.mismatch(column, table).ifPresent(problems::add);
    }
    refuse(table.name(), problems);
    return columns;
  }

  /** Throws if a column that is read is not among those of a file. */
  void requireColumns(String file, List<String> names) {
    Set<String> known = Set.copyOf(names);
    List<String> spare = unused(names);
    List<String> problems = new ArrayList<>();
    for (InputRule rule : preparation.inputs()) {
      if (!known.contains(rule.column())) {
        problems.add(absent(rule.column(), problems.size() < SHOWN ? spare : List.of()));
      }
    }
    refuse(file, problems);
  }

  /** A note that names the columns of a file that are not read, the target aside. */
  Optional<Note> unusedNote(List<String> names) {
    List<String> unused = unused(names);
    String text =
        Words.count(unused.size(), "column")
            + (unused.size() == 1 ? " is" : " are")
            + " not used by the model: "
            + Words.list(unused, SHOWN);
    return unused.isEmpty() ? Optional.empty() : Optional.of(Note.info(text));
  }

  private List<String> unused(List<String> names) {
    String target = preparation.target().column();
    return names.stream().filter(n -> !rules.containsKey(n) && !n.equals(target)).toList();
  }

  private static String absent(String column, List<String> spare) {
    return "no column "
        + Words.quote(column)
        + Suggestion.nearest(column, spare)
            .map(name -> " (did you mean " + Words.quote(name) + "?)")
            .orElse("");
  }

  private static void refuse(String file, List<String> problems) {
    if (problems.isEmpty()) {
      return;
    }
    int more = problems.size() - SHOWN;
    throw new ColumnMismatch(
        file
            + ": does not fit the model: "
            + String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size())))
            + (more > 0 ? "; and " + more + " more" : ""));
  }
}
