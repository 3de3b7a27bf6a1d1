package dev.bridle.export;

import dev.bridle.data.Scaling;
import dev.bridle.study.table.CategoryColumn;
import dev.bridle.study.table.CategoryRule;
import dev.bridle.study.table.Column;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.NumberColumn;
import dev.bridle.study.table.NumberRule;
import dev.bridle.study.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Rows to check a model on: rows as they come, and some of them again with values that are missing,
 * categories nobody has seen, and numbers far outside.
 */
final class HardRows {
  private static final int MOST_ROWS = 1000;
  private static final int FEWEST_ROWS = 20;
  private static final int MOST_CELLS = 2_000_000;
  private static final int MOST_HARD = 100;
  private static final int MADE_UP = 300;

  /** How far outside: this many deviations. */
  private static final double FAR = 1e6;

  private final InputColumns columns;
  private final Scaling scaling;

  /** For a model that takes these columns; {@code scaling} is what its network does itself. */
  HardRows(InputColumns columns, Scaling scaling) {
    this.columns = columns;
    this.scaling = scaling;
  }

  /** Rows to check a model on: real ones if there are any, else made up, and hard ones. */
  static Rows of(NetworkPredictor network, Optional<Rows> rows) {
    if (network.input() instanceof InputColumns columns) {
      HardRows hard = new HardRows(columns, network.network().scaling());
      return Rows.of(rows.map(columns::table).map(hard::of).orElseGet(hard::madeUp));
    }
    HardNumbers hard = new HardNumbers((InputTensor) network.input());
    return rows.map(hard::of).orElseGet(hard::madeUp);
  }

  /** The easy rows, at most 1000 spread over the table, then the hard ones. */
  Table of(Table table) {
    List<InputRule> rules = columns.reading().inputs();
    int easy = Math.min(table.rows(), mostRows(rules.size()));
    int hard = Math.min(MOST_HARD, rules.size());
    List<Column> found = columns.of(table);
    List<Column> all = new ArrayList<>();
    for (int c = 0; c < rules.size(); c++) {
      Column column = found.get(c);
      Cells cells =
          rules.get(c) instanceof CategoryRule rule ? new Texts(rule) : new Numbers(spread(c));
      for (int i = 0; i < easy; i++) {
        cells.add(column, row(i, easy, table));
      }
      for (int h = 0; h < 2 * hard + 3; h++) {
        int row = row(h % easy, easy, table);
        boolean other = h >= 2 * hard || c % hard == h / 2;
        add(cells, column, row, other ? h : -1, 2 * hard);
      }
      all.add(cells.column(rules.get(c).column()));
    }
    return Table.ofInputs(table.name(), all);
  }

  /** Rows drawn from what the rules know, where there are no real ones. */
  Table madeUp() {
    SplittableRandom random = new SplittableRandom(7);
    List<Column> made = new ArrayList<>();
    List<InputRule> rules = columns.reading().inputs();
    int rows = Math.min(MADE_UP, mostRows(rules.size()));
    for (int c = 0; c < rules.size(); c++) {
      if (rules.get(c) instanceof CategoryRule rule) {
        int[] codes = random.ints(rows, -1, rule.categories().size()).toArray();
        made.add(new CategoryColumn(rule.column(), codes, rule.categories()));
      } else {
        Spread spread = spread(c);
        double[] values = random.doubles(rows).map(spread.often()).toArray();
        made.add(new NumberColumn(rules.get(c).column(), values));
      }
    }
    return of(Table.ofInputs("made-up rows", made));
  }

  /** How many rows of so many numbers are enough. */
  static int mostRows(int width) {
    return Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, MOST_CELLS / width));
  }

  /** Row i of n that are spread over a table. */
  private static int row(int i, int n, Table table) {
    return (int) ((long) i * table.rows() / n);
  }

  /** The hard cells: by turns missing and strange, then all missing, all far above, all below. */
  private void add(Cells cells, Column column, int row, int kind, int mixed) {
    boolean missing = kind >= 0 && (kind < mixed ? kind % 2 == 0 : kind == mixed);
    if (kind < 0 || (missing && !columns.prepared())) {
      cells.add(column, row);
    } else if (missing) {
      cells.addMissing();
    } else {
      cells.addStrange(kind == mixed + 1 ? -1 : 1);
    }
  }

  private Spread spread(int column) {
    if (columns.vocabulary().isPresent()) {
      int ids = columns.vocabulary().getAsInt();
      return new Spread(u -> Math.floor(ids * u), 0, ids - 1);
    }
    NumberRule rule = (NumberRule) columns.reading().inputs().get(column);
    return columns.prepared()
        ? Spread.around(rule.mean(), rule.scale() == 0 ? 1 : rule.scale())
        : Spread.around(scaling.mean()[column], scaling.deviation()[column]);
  }

  /**
   * Where the values of a column of numbers lie.
   *
   * @param often a value that may well come, by u in [0, 1)
   * @param lowest far outside, or the smallest there is
   * @param highest far outside, or the largest there is
   */
  private record Spread(DoubleUnaryOperator often, double lowest, double highest) {
    static Spread around(double mean, double deviation) {
      double far = FAR * deviation;
      return new Spread(u -> mean + deviation * 4 * (u - 0.5), mean - far, mean + far);
    }
  }

  /** The cells of one column. */
  private interface Cells {
    void add(Column column, int row);

    void addMissing();

    void addStrange(int side);

    Column column(String name);
  }

  private static final class Numbers implements Cells {
    private final Spread spread;
    private final List<Double> values = new ArrayList<>();

    Numbers(Spread spread) {
      this.spread = spread;
    }

    @Override
    public void add(Column column, int row) {
      values.add(column instanceof NumberColumn n ? n.values()[row] : Double.NaN);
    }

    @Override
    public void addMissing() {
      values.add(Double.NaN);
    }

    @Override
    public void addStrange(int side) {
      values.add(side < 0 ? spread.lowest() : spread.highest());
    }

    @Override
    public Column column(String name) {
      return new NumberColumn(name, values.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  private static final class Texts implements Cells {
    private final String strange;
    private final List<String> values = new ArrayList<>();

    Texts(CategoryRule rule) {
      String text = "never seen";
      while (rule.categories().contains(text)) {
        text += "!";
      }
      this.strange = text;
    }

    @Override
    public void add(Column column, int row) {
      values.add(column.text(row));
    }

    @Override
    public void addMissing() {
      values.add("");
    }

    @Override
    public void addStrange(int side) {
      values.add(strange);
    }

    @Override
    public Column column(String name) {
      List<String> dictionary = values.stream().filter(text -> !text.isEmpty()).distinct().toList();
      int[] codes = values.stream().mapToInt(dictionary::indexOf).toArray();
      return new CategoryColumn(name, codes, dictionary);
    }
  }
}
