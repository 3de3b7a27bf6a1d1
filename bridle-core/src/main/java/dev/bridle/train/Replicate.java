package dev.bridle.train;

import dev.bridle.data.Split;
import dev.bridle.tensor.Key;

/**
 * One draw of chance: data, initial weights, batch order and noise. Members of one replicate share
 * all of them, so that their recipes are compared in pairs.
 *
 * @param key where all its random streams come from
 * @param split its data
 */
public record Replicate(Key key, Split split) {
  /** Replicate number {@code number} of a study. */
  public static Replicate of(long seed, int number, Split split) {
    return new Replicate(Key.of(seed).at("replicate").at(number), split);
  }

  /** The same data under other chance: for comparing a recipe with itself. */
  public Replicate salted(String salt) {
    return new Replicate(key.at("salt").at(salt), split);
  }
}
