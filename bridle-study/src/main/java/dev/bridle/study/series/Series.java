package dev.bridle.study.series;

import dev.bridle.study.table.Column;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.NumberColumn;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableException;
import dev.bridle.study.table.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table whose N rows are steps of time, cut into M = N - T - h + 1 examples: example i has the
 * rows i to i + T - 1 as its input {@code [T, F]} and the target column of row i + T - 1 + h as its
 * target, h steps behind the last row it sees.
 *
 * <p>Inputs are all columns of numbers, the past of the target among them. Left out are columns
 * that hold texts (dates, mostly), no value, or one value throughout. A missing number counts as
 * the last one before it, which is known at that time; one before the first counts as the mean of
 * the training rows. The target must have a number in every row.
 */
public final class Series {
  private static final int SHOWN = 5;

  private final Table table;
  private final SeriesOptions options;
  private final List<NumberColumn> columns;
  private final NumberColumn target;
  private final List<Note> notes;

  private Series(
      Table table,
      SeriesOptions options,
      List<NumberColumn> columns,
      NumberColumn target,
      List<Note> notes) {
    this.table = table;
    this.options = options;
    this.columns = List.copyOf(columns);
    this.target = target;
    this.notes = List.copyOf(notes);
  }

  /**
   * The series of a table that {@link dev.bridle.study.table.TableReader#readSeries} read.
   *
   * @throws TableException if its rows are not in the order of time, or too few for one example
   */
  public static Series of(Table table, SeriesOptions options) {
    TimeOrder.require(table);
    int place = table.target().orElseThrow().column();
    List<NumberColumn> columns = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column instanceof NumberColumn numbers && isUseful(numbers)) {
        columns.add(filled(numbers));
      } else {
        others.add(column.name());
      }
    }
    List<Note> notes = new ArrayList<>(table.notes());
    leftOut(others).ifPresent(notes::add);
    filledUp(table).ifPresent(notes::add);
    NumberColumn target = (NumberColumn) table.columns().get(place);
    Series series = new Series(table, options, columns, target, notes);
    if (series.size() < 1) {
      throw new TableException(
          table.name()
              + ": "
              + Words.count(table.rows(), "row")
              + ", expected at least window + horizon = "
              + Words.grouped((long) options.window() + options.horizon()));
    }
    return series;
  }

  private static boolean isUseful(NumberColumn column) {
    double first = column.values()[0];
    for (double value : column.values()) {
      if (!Double.isNaN(value) && value != first) {
        return column.missing() < column.size();
      }
    }
    return false;
  }

  /** The column with each missing number replaced by the last one before it. */
  static NumberColumn filled(NumberColumn column) {
    double[] values = column.values().clone();
    for (int row = 1; row < values.length; row++) {
      values[row] = Double.isNaN(values[row]) ? values[row - 1] : values[row];
    }
    return new NumberColumn(column.name(), values);
  }

  private static Optional<Note> leftOut(List<String> names) {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Note.info(
                (names.size() == 1 ? "column " : "columns ")
                    + Words.list(names, SHOWN)
                    + " left out: texts, or one value throughout"));
  }

  private static Optional<Note> filledUp(Table table) {
    int missing = table.columns().stream().mapToInt(Series::missingNumbers).sum();
    return missing == 0
        ? Optional.empty()
        : Optional.of(
            Note.info(Words.count(missing, "missing number") + " taken as the last one before it"));
  }

  private static int missingNumbers(Column column) {
    return column instanceof NumberColumn numbers && isUseful(numbers) ? numbers.missing() : 0;
  }

  /** The table it was made from. */
  public Table table() {
    return table;
  }

  /** Window and horizon. */
  public SeriesOptions options() {
    return options;
  }

  /** How many examples there are, M. */
  public int size() {
    return steps() - options.window() - options.horizon() + 1;
  }

  /** How many steps of time there are, N. */
  public int steps() {
    return table.rows();
  }

  /** The columns of the inputs, {@code [F]}, without gaps behind their first value. */
  public List<NumberColumn> columns() {
    return columns;
  }

  /** The column that is predicted. */
  public NumberColumn target() {
    return target;
  }

  /** The row of an example's target. */
  public int targetRow(int example) {
    return lastRow(example) + options.horizon();
  }

  /** The last row an example sees. */
  public int lastRow(int example) {
    return example + options.window() - 1;
  }

  /** What was noticed. */
  public List<Note> notes() {
    return notes;
  }
}
