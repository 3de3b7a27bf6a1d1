package dev.bridle.export;

import java.util.Arrays;

/**
 * How long a model takes to answer, raw rows in, on one thread: medians, in microseconds.
 *
 * @param oneRow for a call with one row
 * @param manyRows for a call with 256 rows
 */
public record Latency(double oneRow, double manyRows) {
  /** How many rows the larger call has. */
  public static final int MANY = 256;

  private static final int WARM_UP = 50;
  private static final int CALLS = 101;

  /** Measures a model on rows, which are repeated where they are too few. */
  static Latency of(Predictor model, Rows rows) {
    int[] first = new int[MANY];
    Arrays.setAll(first, i -> i % rows.count());
    return new Latency(median(model, rows.at(0)), median(model, rows.at(first)));
  }

  private static double median(Predictor model, Rows rows) {
    double[] micros = new double[CALLS];
    for (int call = -WARM_UP; call < CALLS; call++) {
      long start = System.nanoTime();
      model.predict(rows);
      if (call >= 0) {
        micros[call] = (System.nanoTime() - start) * 1e-3;
      }
    }
    Arrays.sort(micros);
    return micros[CALLS / 2];
  }
}
