package dev.bridle.study.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How many of some numbers fall into each of several bins of equal width.
 *
 * @param low where the first bin begins
 * @param high where the last ends
 * @param counts of each bin; the last holds its upper end too
 */
public record Histogram(double low, double high, List<Integer> counts) {
  private static final int FEWEST = 5;
  private static final int MOST = 24;

  /** Copies the counts. */
  public Histogram {
    counts = List.copyOf(counts);
  }

  /**
   * The histogram of the values that are not NaN, of which there must be one.
   *
   * <p>Whole numbers of a range up to 24 have a bin each, centred on them; others \( \sqrt N \)
   * bins, 5 to 24, from the smallest to the largest.
   */
  public static Histogram of(double... values) {
    double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    if (present.length == 0) {
      throw new IllegalArgumentException("values = []: expected at least one number");
    }
    double low = Arrays.stream(present).min().orElseThrow();
    double high = Arrays.stream(present).max().orElseThrow();
    boolean whole =
        high - low < MOST && Arrays.stream(present).allMatch(value -> value == Math.rint(value));
    if (whole) {
      return count(present, low - 0.5, high + 0.5, (int) (high - low) + 1);
    }
    int root = (int) Math.ceil(Math.sqrt(present.length));
    return count(present, low, high, low == high ? 1 : Math.max(FEWEST, Math.min(MOST, root)));
  }

  private static Histogram count(double[] values, double low, double high, int bins) {
    Integer[] none = Collections.nCopies(bins, 0).toArray(Integer[]::new);
    List<Integer> counts = new ArrayList<>(Arrays.asList(none));
    double width = high / bins - low / bins; // the difference itself may overflow
    for (double value : values) {
      int bin = width > 0 ? (int) (value / width - low / width) : 0;
      int within = Math.max(0, Math.min(bins - 1, bin));
      counts.set(within, counts.get(within) + 1);
    }
    return new Histogram(low, high, counts);
  }
}
