package dev.bridle.cli;

import dev.bridle.data.Dataset;
import dev.bridle.data.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows as comma-separated values: a line of names, then a line for each row.
 *
 * <p>A text of two or more characters that begins with {@code = + - @}, a tab or a line end and is
 * no number gets an apostrophe before it, since spreadsheets would run it as a formula (OWASP, CSV
 * injection).
 */
final class Csv {
  private static final Pattern PLAIN = Pattern.compile("[^,\"\r\n]*");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?|-?Infinity|NaN");

  private Csv() {}

  /** The inputs under their names, then the class or the target numbers. */
  static String of(Dataset rows) {
    StringBuilder text = new StringBuilder();
    List<String> names = new ArrayList<>(rows.featureNames());
    names.addAll(targets(rows.task()));
    append(text, names);
    for (int row = 0; row < rows.size(); row++) {
      append(text, cells(rows, row));
    }
    return text.toString();
  }

  private static List<String> targets(Task task) {
    return task instanceof Task.Regression regression ? regression.targets() : List.of("class");
  }

  private static List<String> cells(Dataset rows, int row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < rows.features(); i++) {
      cells.add(Float.toString(rows.inputs()[row * rows.features() + i]));
    }
    if (rows.task() instanceof Task.Classification classification) {
      cells.add(classification.classes().get(rows.labels()[row]));
    } else {
      int outputs = rows.task().outputs();
      for (int i = 0; i < outputs; i++) {
        cells.add(Float.toString(rows.values()[row * outputs + i]));
      }
    }
    return cells;
  }

  /** Adds a line. */
  static void append(StringBuilder text, List<String> cells) {
    text.append(String.join(",", cells.stream().map(Csv::quoted).toList())).append('\n');
  }

  private static String quoted(String cell) {
    String safe = isFormula(cell) ? "'" + cell : cell;
    return PLAIN.matcher(safe).matches() ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static boolean isFormula(String cell) {
    return cell.length() > 1
        && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0
        && !NUMBER.matcher(cell).matches();
  }
}
