package dev.bridle.study.series;

import dev.bridle.study.table.NumberColumn;
import java.util.List;

/**
 * The steps of a series as a model is asked about them: the columns it takes, without gaps behind
 * their first value, and windows of them. The last window ends in the last step.
 */
public final class Steps {
  private final String name;
  private final List<NumberColumn> columns;
  private final int window;

  Steps(String name, List<NumberColumn> columns, int window) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.window = window;
  }

  /** The file they come from. */
  public String name() {
    return name;
  }

  /** How many windows there are. */
  public int windows() {
    return columns.get(0).size() - window + 1;
  }

  /**
   * A window {@code [T, F]}, row-major and in the columns' own units; NaN before the first value.
   *
   * @param from its first step
   */
  public double[] window(int from) {
    int width = columns.size();
    double[] numbers = new double[window * width];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = columns.get(i % width).values()[from + i / width];
    }
    return numbers;
  }
}
