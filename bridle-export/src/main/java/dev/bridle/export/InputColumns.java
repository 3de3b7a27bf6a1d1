package dev.bridle.export;

import dev.bridle.architecture.Architecture;
import dev.bridle.architecture.LayerSpec;
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
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The raw columns a model takes, and whether they are prepared by rules or taken as they are.
 *
 * @param reading which columns to read from a file, and of which type; what prepares them, too, if
 *     they are prepared
 * @param prepared whether they are prepared; otherwise each is a number, and none may be missing
 * @param vocabulary how many ids there are, if the numbers are ids
 */
public record InputColumns(Preparation reading, boolean prepared, OptionalInt vocabulary)
    implements ModelInput {
  private static final String KEY = "preparation";

  static InputColumns of(
      Map<String, String> texts, List<String> features, Architecture architecture) {
    return texts.containsKey(KEY)
        ? new InputColumns(Preparation.of(texts), true, OptionalInt.empty())
        : plain(features, vocabulary(architecture));
  }

  /** Columns that a network takes as they are. */
  private static InputColumns plain(List<String> names, OptionalInt vocabulary) {
    List<InputRule> rules =
        names.stream().map(name -> (InputRule) new NumberRule(name, 0, 0, 1, false)).toList();
    Preparation reading = new Preparation(rules, new TargetRule.Amount("prediction"));
    return new InputColumns(reading, false, vocabulary);
  }

  private static OptionalInt vocabulary(Architecture architecture) {
    return !architecture.layers().isEmpty()
            && architecture.layers().get(0) instanceof LayerSpec.Embedding embedding
        ? OptionalInt.of(embedding.vocabulary())
        : OptionalInt.empty();
  }

  @Override
  public List<String> names() {
    return reading.inputs().stream().map(InputRule::column).toList();
  }

  /**
   * The columns of a table in the model's order.
   *
   * @throws ColumnMismatch if one is missing or of another type, or lacks a value it has to have
   */
  public List<Column> of(Table table) {
    List<Column> columns = reading.columnsOf(table);
    if (!prepared) {
      columns.forEach(column -> requireNumbers(column, table));
    }
    return columns;
  }

  /**
   * The columns of rows, if they are those of a table.
   *
   * @throws ColumnMismatch as {@link #of(Table)}
   */
  List<Column> of(Rows rows) {
    return of(table(rows));
  }

  /** The table that rows are of. */
  Table table(Rows rows) {
    if (rows instanceof Rows.OfTable of) {
      return of.table();
    }
    throw new ColumnMismatch(rows.source() + ": expected rows of a table");
  }

  @Override
  public float[] inputs(Rows rows) {
    Table table = table(rows);
    List<Column> columns = of(table);
    if (prepared) {
      return reading.inputsOf(table, IntStream.range(0, table.rows()).toArray());
    }
    int width = columns.size();
    float[] inputs = new float[Math.multiplyExact(table.rows(), width)];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) ((NumberColumn) columns.get(i % width)).values()[i / width];
    }
    return inputs;
  }

  private void requireNumbers(Column column, Table table) {
    for (int row = 0; row < column.size(); row++) {
      if (column.isMissing(row)) {
        throw wrong(column, table, row, "a value is missing, expected a number");
      }
      if (vocabulary.isPresent()) {
        requireId(column, table, row);
      }
    }
  }

  private void requireId(Column column, Table table, int row) {
    double id = ((NumberColumn) column).values()[row];
    int last = vocabulary.orElseThrow() - 1;
    if (!(id >= 0 && id <= last && id == Math.rint(id))) {
      throw wrong(column, table, row, id + ", expected an id, a whole number from 0 to " + last);
    }
  }

  private static ColumnMismatch wrong(Column column, Table table, int row, String what) {
    return new ColumnMismatch(
        "column \"" + column.name() + "\", line " + table.line(row) + ": " + what);
  }
}
