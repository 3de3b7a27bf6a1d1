package dev.bridle.study.table;

import java.util.Arrays;

/** What is asked about a target: which class, or which number. */
public enum TaskKind {
  /** One of several classes. */
  CLASSIFICATION,
  /** A real number. */
  REGRESSION;

  /** A target of more different whole numbers than this is not taken for classes. */
  static final int MAX_INTEGER_CLASSES = 20;

  /** With three or more classes written as numbers: rows there must be for each on average. */
  static final int ROWS_PER_INTEGER_CLASS = 10;

  /**
   * The kind a target column is taken for.
   *
   * <p>Classification if the column is categorical, if it has two different whole numbers, or if it
   * has 3 to 20 different whole numbers and ten times as many rows; otherwise regression. So a
   * rating of 1 to 10 in 1,000 rows is ten classes, and one in 60 rows is a number.
   */
  static TaskKind of(Column target) {
    if (!(target instanceof NumberColumn numbers)) {
      return CLASSIFICATION;
    }
    double[] values = numbers.values();
    int distinct = distinctIntegers(values);
    boolean classes =
        distinct == 2
            || (distinct > 2 && (long) distinct * ROWS_PER_INTEGER_CLASS <= values.length);
    return classes ? CLASSIFICATION : REGRESSION;
  }

  /** How many different values there are; 0 if there are more than 20, or any is not whole. */
  private static int distinctIntegers(double[] values) {
    double[] seen = new double[MAX_INTEGER_CLASSES];
    int count = 0;
    for (double value : values) {
      if (value != Math.rint(value)) {
        return 0;
      }
      if (Arrays.stream(seen, 0, count).noneMatch(v -> v == value)) {
        if (count == MAX_INTEGER_CLASSES) {
          return 0;
        }
        seen[count++] = value;
      }
    }
    return count;
  }
}
