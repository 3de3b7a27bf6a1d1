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
  private static final int FEWEST_CALLS = 5;

  /** Slow models are called less often: nobody waits a minute for a number on a card. */
  private static final long WARM_UP_NANOS = 500_000_000;

  private static final long CALLS_NANOS = 1_500_000_000;

  /** Measures a model on rows, which are repeated where they are too few. */
  static Latency of(Predictor model, Rows rows) {
    int[] first = new int[MANY];
    Arrays.setAll(first, i -> i % rows.count());
    return new Latency(median(model, rows.at(0)), median(model, rows.at(first)));
  }

  private static double median(Predictor model, Rows rows) {
    long end = System.nanoTime() + WARM_UP_NANOS;
    for (int call = 0; call < WARM_UP && System.nanoTime() < end; call++) {
      model.predict(rows);
    }
    end = System.nanoTime() + CALLS_NANOS;
    double[] micros = new double[CALLS];
    int calls = 0;
    while (calls < FEWEST_CALLS || (calls < CALLS && System.nanoTime() < end)) {
      long start = System.nanoTime();
      model.predict(rows);
      micros[calls++] = (System.nanoTime() - start) * 1e-3;
    }
    Arrays.sort(micros, 0, calls);
    return micros[calls / 2];
  }
}
