package dev.bridle.tensor;

import java.nio.charset.StandardCharsets;

/**
 * The address of one random stream: a function of (study seed, replicate, place, step) and of
 * nothing else.
 *
 * <p>Keys are derived, never drawn, so that neither the order of work, nor threads, nor the
 * position of a member in its population can change what a member sees:
 *
 * <pre>{@code
 * Key.of(seed).at("replicate").at(7).at("dense1/dropout").at(step)
 * }</pre>
 *
 * <p>Each {@code at} mixes its argument into 64 bits with the finalizer of SplitMix64 (Steele, Lea
 * and Flood, OOPSLA 2014). Two keys that differ anywhere along their path are unrelated.
 *
 * @param bits the mixed address
 */
public record Key(long bits) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** Keeps the numbers below a key apart from the numbers of its own stream. */
  private static final long NUMBERS = 0x632BE59BD9B4E019L;

  /** The root key of a study, or of anything else that has a seed. */
  public static Key of(long seed) {
    return new Key(mix(seed + GOLDEN));
  }

  /** The key of number {@code number} below this one: a replicate, an epoch, a step. */
  public Key at(long number) {
    return new Key(mix(bits ^ mix(number * GOLDEN + NUMBERS)));
  }

  /** The key of a named place below this one: {@code "batches"}, {@code "dense1/dropout"}. */
  public Key at(String place) {
    long h = 0xCBF29CE484222325L; // FNV-1a over UTF-8: the same on every machine, unlike hashCode
    for (byte b : place.getBytes(StandardCharsets.UTF_8)) {
      h = (h ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return new Key(mix(bits ^ mix(h)));
  }

  /** A stream of random numbers that starts afresh at this key. */
  public RandomStream stream() {
    return new RandomStream(this);
  }

  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
