package dev.bridle.export;

import dev.bridle.study.table.Column;
import dev.bridle.study.table.ColumnMismatch;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.NumberColumn;
import dev.bridle.study.table.NumberRule;
import dev.bridle.study.table.Preparation;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TargetRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The raw columns a model takes, and whether they are prepared by rules or taken as they are.
 *
 * @param reading which columns to read from a file, and of which type; what prepares them, too, if
 *     they are prepared
 * @param prepared whether they are prepared; otherwise each is a number, and none may be missing
 */
public record InputColumns(Preparation reading, boolean prepared) {
  private static final String KEY = "preparation";

  /** Columns that a network takes as they are. */
  public static InputColumns plain(List<String> names) {
    List<InputRule> rules =
        names.stream().map(name -> (InputRule) new NumberRule(name, 0, 0, 1, false)).toList();
    return new InputColumns(new Preparation(rules, new TargetRule.Amount("prediction")), false);
  }

  /**
   * Those that a model's texts tell of, or else the features themselves.
   *
   * @throws IllegalArgumentException if the texts are damaged
   */
  public static InputColumns of(Map<String, String> texts, List<String> features) {
    return texts.containsKey(KEY) ? new InputColumns(Preparation.of(texts), true) : plain(features);
  }

  /** What prepares the columns; empty if they are taken as they are. */
  public Optional<Preparation> preparation() {
    return Optional.of(reading).filter(p -> prepared);
  }

  /**
   * The columns of a table in the model's order.
   *
   * @throws ColumnMismatch if one is missing or of another type, or lacks a value it has to have
   */
  public List<Column> of(Table table) {
    List<Column> columns = reading.columnsOf(table);
    if (!prepared) {
      columns.forEach(column -> requirePresent(column, table));
    }
    return columns;
  }

  /**
   * The inputs {@code [N, F]} of a network, row-major.
   *
   * @throws ColumnMismatch as {@link #of(Table)}
   */
  public float[] inputs(Table table) {
    List<Column> columns = of(table);
    if (prepared) {
      return reading.inputsOf(table, Rows.all(table));
    }
    int width = columns.size();
    float[] inputs = new float[Math.multiplyExact(table.rows(), width)];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) ((NumberColumn) columns.get(i % width)).values()[i / width];
    }
    return inputs;
  }

  private static void requirePresent(Column column, Table table) {
    for (int row = 0; row < column.size(); row++) {
      if (column.isMissing(row)) {
        throw new ColumnMismatch(
            "column \""
                + column.name()
                + "\", line "
                + table.line(row)
                + ": a value is missing, expected a number");
      }
    }
  }
}
