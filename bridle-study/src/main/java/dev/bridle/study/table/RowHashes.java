package dev.bridle.study.table;

import java.util.List;

/**
 * A number for each row that is equal for rows with equal values, and else differs: 64 well mixed
 * bits, so that among a million rows two different ones agree with a chance of about 3e-8.
 */
public final class RowHashes {
  private RowHashes() {}

  /** The numbers of all rows, {@code [N]}, by the values of these columns. */
  public static long[] of(List<Column> columns, int rows) {
    long[] hashes = new long[rows];
    columns.forEach(column -> add(column, hashes));
    return hashes;
  }

  /** Mixes a column's values into the rows' numbers, {@code [N]}. */
  static void add(Column column, long[] hashes) {
    if (column instanceof NumberColumn numbers) {
      double[] values = numbers.values();
      for (int row = 0; row < hashes.length; row++) {
        hashes[row] = mix(hashes[row], Double.doubleToLongBits(values[row] + 0.0)); // no -0.0
      }
    } else if (column instanceof CategoryColumn texts) {
      int[] codes = texts.codes();
      for (int row = 0; row < hashes.length; row++) {
        hashes[row] = mix(hashes[row], codes[row]);
      }
    }
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mix(long hash, long value) {
    long z = (hash ^ value) * 0x9E3779B97F4A7C15L + 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
