package dev.bridle.study.table;

import dev.bridle.data.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the target column becomes what a network is trained on, and back. */
public sealed interface TargetRule permits TargetRule.Classes, TargetRule.Amount {

  /** The name of the target column. */
  String column();

  /** Rows of inputs with the targets of the given rows of a table. */
  Dataset dataset(float[] inputs, int width, Table table, int[] rows);

  /** Writes the rule under keys that begin with {@code target.}. */
  void write(Map<String, String> out);

  private static Column columnOf(String name, Table table) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                new ColumnMismatch(
                    table.name()
                        + ": does not fit the model: no column "
                        + Words.quote(name)
                        + ", expected the target"));
  }

  private static ColumnMismatch wrongValue(Table table, Column column, int row, String expected) {
    String found = column.isMissing(row) ? "no value" : Words.quote(column.text(row));
    return new ColumnMismatch(
        table.name()
            + ", line "
            + table.line(row)
            + ", target "
            + Words.quote(column.name())
            + ": found "
            + found
            + ", expected "
            + expected);
  }

  /**
   * One of several classes; the label is the place in the list.
   *
   * @param column the name of the target column
   * @param classes the names, in the order of the network's outputs
   */
  record Classes(String column, List<String> classes) implements TargetRule {
    private static final int SHOWN = 5;

    /** Copies the classes. */
    public Classes {
      classes = List.copyOf(classes);
    }

    @Override
    public Dataset dataset(float[] inputs, int width, Table table, int[] rows) {
      int[] labels = labels(columnOf(column, table), table, rows);
      return Dataset.classification(inputs, new int[] {width}, labels, classes);
    }

    /** The label of each row. */
    int[] labels(Column from, Table table, int[] rows) {
      Map<String, Integer> places = new HashMap<>();
      classes.forEach(name -> places.put(name, places.size()));
      int[] labels = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        int label = places.getOrDefault(from.text(rows[i]), -1);
        if (label < 0) {
          throw wrongValue(table, from, rows[i], "one of " + Words.list(classes, SHOWN));
        }
        labels[i] = label;
      }
      return labels;
    }

    @Override
    public void write(Map<String, String> out) {
      out.put("target.kind", "classes");
      out.put("target.column", column);
      Entries.writeTexts("target.class", classes, out);
    }
  }

  /**
   * A number, in its own units: whoever trains on it scales it.
   *
   * @param column the name of the target column
   */
  record Amount(String column) implements TargetRule {
    @Override
    public Dataset dataset(float[] inputs, int width, Table table, int[] rows) {
      Column from = columnOf(column, table);
      float[] values = new float[rows.length];
      for (int i = 0; i < rows.length; i++) {
        if (!(from instanceof NumberColumn numbers) || from.isMissing(rows[i])) {
          throw wrongValue(table, from, rows[i], "a number");
        }
        values[i] = (float) numbers.values()[rows[i]];
      }
      return Dataset.regression(inputs, new int[] {width}, values, List.of(column));
    }

    @Override
    public void write(Map<String, String> out) {
      out.put("target.kind", "amount");
      out.put("target.column", column);
    }
  }
}
