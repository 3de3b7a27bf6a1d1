package dev.bridle.study.series;

import dev.bridle.data.Dataset;
import dev.bridle.study.table.Column;
import dev.bridle.study.table.ColumnMismatch;
import dev.bridle.study.table.Entries;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.NumberColumn;
import dev.bridle.study.table.NumberRule;
import dev.bridle.study.table.Preparation;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableException;
import dev.bridle.study.table.TargetRule;
import dev.bridle.study.table.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * From a series to the numbers a network takes: each column standardised by what its training rows
 * say, then windows {@code [T, F]} of it, the oldest step first.
 *
 * <p>A value: it compares by content, and {@link #toMap} and {@link #of} carry it to a model file
 * and back.
 *
 * @param rules one for each column of the inputs, {@code [F]}
 * @param target the column that is predicted, in its own units
 * @param options window and horizon
 */
public record SeriesPreparation(List<NumberRule> rules, String target, SeriesOptions options) {
  /** What tells it from other preparations in a model file, under {@code preparation}. */
  public static final String FORMAT = "series/1";

  /** Copies the rules. */
  public SeriesPreparation {
    rules = List.copyOf(rules);
  }

  /**
   * Learns the scales from all rows that the training examples {@code [from, to)} see, targets
   * included, and from no later one.
   */
  public static SeriesPreparation fit(Series series, int from, int to) {
    if (from >= to) {
      throw new IllegalArgumentException(
          "training = [" + from + ", " + to + "): expected at least one example");
    }
    int[] rows = IntStream.rangeClosed(from, series.targetRow(to - 1)).toArray();
    List<NumberRule> rules = new ArrayList<>();
    for (NumberColumn column : series.columns()) {
      NumberRule rule = NumberRule.fit(column, rows);
      rules.add(new NumberRule(rule.column(), rule.mean(), rule.mean(), rule.scale(), false));
    }
    return new SeriesPreparation(rules, series.target().name(), series.options());
  }

  /** Names of the input numbers, {@code [T * F]}: {@code Temp t-2, Temp t-1, Temp t}. */
  public List<String> features() {
    List<String> names = new ArrayList<>();
    for (int back = options.window() - 1; back >= 0; back--) {
      for (NumberRule rule : rules) {
        names.add(rule.column() + (back == 0 ? " t" : " t-" + back));
      }
    }
    return names;
  }

  /** The shape of one window, {@code [T, F]}. */
  public int[] shape() {
    return new int[] {options.window(), rules.size()};
  }

  /** The examples {@code [from, to)} of a series, with their targets in their own units. */
  public Dataset apply(Series series, int from, int to) {
    float[] values = new float[to - from];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) series.target().values()[series.targetRow(from + i)];
    }
    float[] inputs = windows(series.table().name(), series.columns(), from, to);
    return Dataset.regression(inputs, shape(), values, List.of(target)).withFeatures(features());
  }

  /**
   * The steps of a table, as this preparation takes them.
   *
   * @throws ColumnMismatch if a column is missing or of another type
   * @throws TableException if it has fewer rows than a window
   */
  public Steps steps(Table table) {
    List<NumberColumn> columns = new ArrayList<>();
    for (NumberRule rule : rules) {
      Column column = table.column(rule.column()).orElseThrow();
      rule.mismatch(column, table)
          .ifPresent(
              problem -> {
                throw new ColumnMismatch(table.name() + ": does not fit the model: " + problem);
              });
      columns.add(column instanceof NumberColumn numbers ? Series.filled(numbers) : empty(column));
    }
    if (table.rows() < options.window()) {
      throw new TableException(
          table.name()
              + ": "
              + Words.count(table.rows(), "row")
              + ", expected at least "
              + Words.grouped(options.window())
              + ", one window of the model");
    }
    return new Steps(table.name(), columns, options.window());
  }

  /**
   * The inputs of windows as they come, in the columns' own units. A missing number, NaN, counts as
   * the last one before it in its window, and where there is none as the mean.
   *
   * @param windows {@code [N, T, F]}, row-major
   */
  public float[] inputsOf(double... windows) {
    int f = rules.size();
    int width = options.window() * f;
    float[] inputs = new float[windows.length];
    double[] last = new double[f];
    for (int i = 0; i < windows.length; i++) {
      int c = i % f;
      boolean absent = Double.isNaN(windows[i]);
      last[c] = absent && i % width < f ? Double.NaN : absent ? last[c] : windows[i];
      inputs[i] = rules.get(c).input(last[c]);
    }
    return inputs;
  }

  private static NumberColumn empty(Column column) {
    double[] missing = new double[column.size()];
    Arrays.fill(missing, Double.NaN);
    return new NumberColumn(column.name(), missing);
  }

  private float[] windows(String name, List<NumberColumn> columns, int from, int to) {
    int f = rules.size();
    int width = Math.multiplyExact(options.window(), f);
    if ((long) (to - from) * width > Integer.MAX_VALUE - 8) {
      throw new TableException(
          name
              + ": "
              + Words.count(to - from, "window")
              + " of "
              + Words.count(width, "number")
              + ", expected at most 2,147,483,639 numbers in all; choose a shorter --window");
    }
    int steps = Math.max(0, to - from + options.window() - 1);
    float[] scaled = new float[steps * f];
    int[] rows = IntStream.range(from, from + steps).toArray();
    for (int c = 0; c < f; c++) {
      rules.get(c).fill(columns.get(c), rows, scaled, c, f);
    }
    float[] windows = new float[(to - from) * width];
    for (int i = 0; i < to - from; i++) {
      System.arraycopy(scaled, i * f, windows, i * width, width);
    }
    return windows;
  }

  /** Which columns to read of a table that is to be predicted. */
  public Preparation columns() {
    List<InputRule> inputs = rules.stream().map(rule -> (InputRule) rule).toList();
    return new Preparation(inputs, new TargetRule.Amount(target));
  }

  /** Everything as named texts, in a fixed order. */
  public Map<String, String> toMap() {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("preparation", FORMAT);
    out.put("series.window", Integer.toString(options.window()));
    out.put("series.horizon", Integer.toString(options.horizon()));
    out.put("series.target", target);
    out.put("inputs", Integer.toString(rules.size()));
    for (int i = 0; i < rules.size(); i++) {
      rules.get(i).write("input." + i + ".", out);
    }
    return out;
  }

  /** Whether a model file holds a preparation of this kind. */
  public static boolean isIn(Map<String, String> map) {
    return FORMAT.equals(Optional.ofNullable(map.get("preparation")).orElse(""));
  }

  /**
   * The preparation that {@link #toMap} wrote; other entries are passed over.
   *
   * @throws IllegalArgumentException if an entry is missing or wrong, naming it
   */
  public static SeriesPreparation of(Map<String, String> map) {
    Entries entries = new Entries(map);
    entries.word("preparation", List.of(FORMAT));
    List<NumberRule> rules = new ArrayList<>();
    int count = entries.count("inputs");
    for (int i = 0; i < count; i++) {
      rules.add(NumberRule.read("input." + i + ".", entries));
    }
    SeriesOptions options =
        new SeriesOptions(entries.count("series.window"), entries.count("series.horizon"));
    return new SeriesPreparation(rules, entries.text("series.target"), options);
  }
}
