package dev.bridle.tensor;

/**
 * Standard normal numbers from random bits by a table: between two neighbours of 8,192 quantiles on
 * a straight line, within 1e-5 of the exact quantile, and exact in the outer 1/128 on either side.
 * A number costs a tenth of what the quantile itself does, which noise on every weight or
 * activation feels.
 */
final class NormalTable {
  private static final int BITS = 13;
  private static final int CELLS = 1 << BITS;
  private static final int SHIFT = Integer.SIZE - BITS;
  private static final int WITHIN = (1 << SHIFT) - 1;
  private static final float TO_SHARE = 1f / (1 << SHIFT);

  /** Cells on either side in which the quantile is too bent for a straight line. */
  private static final int TAIL = CELLS / 128;

  private static final float[] QUANTILES = quantiles();

  private NormalTable() {}

  private static float[] quantiles() {
    float[] quantiles = new float[CELLS + 1];
    for (int i = TAIL; i <= CELLS - TAIL; i++) {
      quantiles[i] = (float) NormalQuantile.of((double) i / CELLS);
    }
    return quantiles;
  }

  /** Turns each of the first {@code n} numbers of 32 random bits into a normal number. */
  static void fill(int[] bits, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      int cell = bits[i] >>> SHIFT;
      if (cell >= TAIL && cell < CELLS - TAIL) {
        float low = QUANTILES[cell];
        out[i] = low + (bits[i] & WITHIN) * TO_SHARE * (QUANTILES[cell + 1] - low);
      } else {
        out[i] = (float) NormalQuantile.of(RandomStream.unit(bits[i]));
      }
    }
  }
}
