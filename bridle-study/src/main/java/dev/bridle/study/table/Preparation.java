package dev.bridle.study.table;

import dev.bridle.data.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From the rows of a table to the numbers a network takes, fitted to training rows alone.
 *
 * <p>Columns that cannot help in any split ({@linkplain #fit see there}) have no rule. A value: it
 * compares by content, and {@link #toMap} and {@link #of} carry it to a model file and back.
 *
 * @param inputs one rule for each column that is used, in the order of the file
 * @param target the rule for the target
 */
public record Preparation(List<InputRule> inputs, TargetRule target) {
  private static final String FORMAT = "1";

  /** Copies the rules and checks that there are any. */
  public Preparation {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("inputs = []: expected at least one rule");
    }
  }

  /**
   * Fits the rules to the training rows of a table.
   *
   * <p>Left out, over the whole table so that all splits have the same columns: those without a
   * value, those with one value in every row, texts that differ in every row (of 20 or more), and
   * those of more than 100,000 different texts. {@link TableReport} says so.
   *
   * @throws TableException if no column is left
   */
  public static Preparation fit(Table table, int... trainingRows) {
    if (trainingRows.length == 0) {
      throw new IllegalArgumentException("trainingRows = []: expected at least one");
    }
    List<InputRule> rules = fitInputs(table, trainingRows);
    if (rules.isEmpty()) {
      throw new TableException(
          table.name()
              + ": none of the columns beside the target can be learned from ("
              + table.inputs().size()
              + " looked at): each is constant, empty, or another text in every row; expected at"
              + " least one other");
    }
    return new Preparation(rules, Rules.fitTarget(table, trainingRows));
  }

  /** The rules of {@link #fit} for the inputs alone, maybe none; the table needs no target. */
  public static List<InputRule> fitInputs(Table table, int... trainingRows) {
    List<InputRule> rules = new ArrayList<>();
    for (Column column : table.inputs()) {
      if (ColumnUse.of(column).isEmpty()) {
        rules.add(Rules.fit(column, trainingRows));
      }
    }
    return rules;
  }

  /** The names of the inputs, {@code [F]}. */
  public List<String> features() {
    return inputs.stream().flatMap(rule -> rule.features().stream()).toList();
  }

  /**
   * The given rows of a table with their targets, standardised for a regression.
   *
   * @throws ColumnMismatch if a column is missing or of another type, or a target is none of those
   *     it was fitted to
   */
  public Dataset apply(Table table, int... rows) {
    List<String> features = features();
    return target
        .dataset(inputsOf(table, rows), features.size(), table, rows)
        .withFeatures(features);
  }

  /**
   * The inputs {@code [N, F]} of the given rows, row-major, of this table or another; columns are
   * found by name, in any order, and others are not looked at.
   *
   * @throws ColumnMismatch if a column is missing or of another type
   * @throws TableException if there are more inputs than a Java array holds
   */
  public float[] inputsOf(Table table, int... rows) {
    List<Column> columns = columnsOf(table);
    int width = features().size();
    if ((long) rows.length * width > Integer.MAX_VALUE - 8) {
      throw new TableException(
          table.name()
              + ": "
              + Words.count(rows.length, "row")
              + " of "
              + Words.count(width, "input")
              + ", expected at most 2,147,483,639 numbers in all; take fewer rows or columns");
    }
    float[] out = new float[rows.length * width];
    int at = 0;
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).fill(columns.get(i), rows, out, at, width);
      at += inputs.get(i).features().size();
    }
    return out;
  }

  /**
   * The raw columns of a table, one for each rule; others are not looked at.
   *
   * @throws ColumnMismatch if a column is missing or of another type
   */
  public List<Column> columnsOf(Table table) {
    return new ColumnMatcher(this).match(table);
  }

  /** The rules as named texts, in a fixed order. */
  public Map<String, String> toMap() {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("preparation", FORMAT);
    out.put("inputs", Integer.toString(inputs.size()));
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).write("input." + i + ".", out);
    }
    target.write(out);
    return out;
  }

  /**
   * The preparation that {@link #toMap} wrote; other entries are passed over.
   *
   * @throws IllegalArgumentException if an entry is missing or wrong, naming it
   */
  public static Preparation of(Map<String, String> map) {
    Entries entries = new Entries(map);
    entries.word("preparation", List.of(FORMAT));
    List<InputRule> rules = new ArrayList<>();
    int count = entries.count("inputs");
    for (int i = 0; i < count; i++) {
      rules.add(Rules.read("input." + i + ".", entries));
    }
    return new Preparation(rules, Rules.readTarget(entries));
  }
}
