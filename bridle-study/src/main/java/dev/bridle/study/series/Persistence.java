package dev.bridle.study.series;

/**
 * The forecast that nothing changes: the value now for the value h steps ahead. What a network has
 * to beat before it can be said to have learned anything of a series.
 *
 * @param forecasts how many there are
 * @param rmse root of the mean squared error, in the target's units
 * @param mae mean absolute error, in the target's units
 */
public record Persistence(int forecasts, double rmse, double mae) {

  /** Its errors on the examples {@code [from, to)}. */
  public static Persistence of(Series series, int from, int to) {
    if (from >= to) {
      throw new IllegalArgumentException(
          "examples = [" + from + ", " + to + "): expected at least one");
    }
    double[] values = series.target().values();
    double squares = 0;
    double sizes = 0;
    for (int i = from; i < to; i++) {
      double error = values[series.targetRow(i)] - values[series.lastRow(i)];
      squares += error * error;
      sizes += Math.abs(error);
    }
    int n = to - from;
    return new Persistence(n, Math.sqrt(squares / n), sizes / n);
  }
}
