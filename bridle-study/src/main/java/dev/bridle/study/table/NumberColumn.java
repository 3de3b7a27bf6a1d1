package dev.bridle.study.table;

/** A column of finite numbers, NaN where one is missing. */
public final class NumberColumn implements Column {
  private final String name;
  private final double[] values;

  /** A column of these numbers {@code [N]}, which are not copied. */
  public NumberColumn(String name, double[] values) {
    this.name = name;
    this.values = values;
  }

  /** The numbers, {@code [N]}; not a copy. */
  public double[] values() {
    return values;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(values[row]);
  }

  @Override
  public String text(int row) {
    return isMissing(row) ? "" : Words.number(values[row]);
  }

  @Override
  public String type() {
    return "number";
  }

  @Override
  public NumberColumn at(int[] rows) {
    double[] chosen = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = values[rows[i]];
    }
    return new NumberColumn(name, chosen);
  }
}
