package dev.bridle.tensor;

/**
 * Random numbers of one {@link Key}: whole arrays of 32 random bits, as masks need them, or single
 * numbers, as generators of data and shuffles need them.
 *
 * <p>Everything here is plain integer and IEEE arithmetic, so a key gives the same numbers on every
 * machine. Not for cryptography.
 */
public final class RandomStream {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int GOLDEN_32 = 0x9E3779B9;
  private static final double INT_TO_UNIT = 0x1p-32;

  private static volatile int[] counters = new int[0];

  private final long origin;
  private long drawn;

  RandomStream(Key key) {
    this.origin = key.bits();
  }

  /**
   * Writes 32 random bits into each of the first {@code n} elements.
   *
   * <p>Element i depends on the key and on i alone, not on what was drawn before. The loop is an
   * integer hash of a counter (two rounds of a low-bias finalizer, the second half of the key
   * between them) and has neither branches nor long arithmetic, and it reads its counter from an
   * array: so the compiler vectorises it, which makes it seven times as fast as with its own index.
   */
  public void bits(int[] out, int n) {
    hash(counters(n), out, n, (int) origin, (int) (origin >>> 32));
  }

  private static void hash(int[] counters, int[] out, int n, int first, int second) {
    for (int i = 0; i < n; i++) {
      int x = counters[i] + first;
      x = (x ^ (x >>> 16)) * 0x21F0AAAD;
      x = (x ^ (x >>> 15)) * 0x735A2D97;
      x ^= (x >>> 15) ^ second;
      x = (x ^ (x >>> 16)) * 0x21F0AAAD;
      x = (x ^ (x >>> 15)) * 0x735A2D97;
      out[i] = x ^ (x >>> 15);
    }
  }

  /** Multiples of an odd number; the array only grows, and nobody writes to it again. */
  private static int[] counters(int n) {
    int[] known = counters;
    if (known.length >= n) {
      return known;
    }
    int[] longer = new int[Math.max(n, 2 * known.length)];
    for (int i = 0; i < longer.length; i++) {
      longer[i] = i * GOLDEN_32;
    }
    counters = longer;
    return longer;
  }

  /** Writes independent standard normal numbers into the first {@code n} elements. */
  public void normals(float[] out, int n) {
    int[] bits = new int[n];
    bits(bits, n);
    for (int i = 0; i < n; i++) {
      out[i] = (float) NormalQuantile.of(unit(bits[i]));
    }
  }

  /** The next 64 random bits. */
  public long nextLong() {
    return Key.mix(origin + GOLDEN * ++drawn);
  }

  /** The next number, uniform in (0, 1), both ends excluded. */
  public double nextDouble() {
    return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
  }

  /** The next number, uniform in (low, high). */
  public double nextDouble(double low, double high) {
    return low + (high - low) * nextDouble();
  }

  /** The next whole number in [0, bound), without bias to speak of (below 2^-32). */
  public int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** The next standard normal number. */
  public double nextGaussian() {
    return NormalQuantile.of(nextDouble());
  }

  /** The numbers 0 to n-1 in random order (Fisher and Yates). */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Maps 32 random bits to the open interval (0, 1). */
  static double unit(int bits) {
    return ((bits & 0xFFFFFFFFL) + 0.5) * INT_TO_UNIT;
  }
}
