package dev.bridle.study.series;

/**
 * What is asked of a series: from so many steps of the past, the value so many steps ahead.
 *
 * @param window steps of the past, T; {@code --window}
 * @param horizon steps ahead; {@code --horizon}
 */
public record SeriesOptions(int window, int horizon) {
  /** The most steps of either. */
  public static final int MOST = 100_000;

  /** Checks both. */
  public SeriesOptions {
    require("window", window);
    require("horizon", horizon);
  }

  private static void require(String name, int steps) {
    if (steps < 1 || steps > MOST) {
      throw new IllegalArgumentException(
          name + " = " + steps + ": expected a whole number of steps from 1 to 100,000");
    }
  }
}
