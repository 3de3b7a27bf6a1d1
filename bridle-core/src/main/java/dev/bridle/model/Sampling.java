package dev.bridle.model;

import dev.bridle.network.Sampler;

/**
 * How predictions under random masks are made. The masks are a function of the seed, of the pass
 * and of the row's place among all rows, and of nothing else: rows that are predicted a piece at a
 * time see the same masks as all at once.
 *
 * @param passes how many masks each row sees, at least 1
 * @param seed any number
 * @param first the place of the first row among all rows, from 0
 */
public record Sampling(int passes, long seed, long first) {
  /** Checks the numbers. */
  public Sampling {
    if (passes < 1) {
      throw new IllegalArgumentException("passes = " + passes + ": expected a whole number >= 1");
    }
    if (first < 0) {
      throw new IllegalArgumentException("first = " + first + ": expected a whole number >= 0");
    }
  }

  /** So many masks as an evaluation would draw them, from the first row on. */
  public static Sampling of(int passes) {
    return new Sampling(passes, Sampler.SEED, 0);
  }

  /** The same for rows that stand behind so many more. */
  public Sampling after(long rows) {
    return new Sampling(passes, seed, first + rows);
  }
}
