package dev.bridle.study.source;

import dev.bridle.tensor.Key;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which rows are held out, and which of the others train, stop and score a replicate: 64 %, 16 %
 * and 20 % of them, drawn at random, classes spread evenly over all parts.
 */
final class RandomParts {
  /** From how many rows on some are held out. */
  static final int HOLD_OUT_FROM = 500;

  private static final double SHARE = 0.2;

  private final Stratified strata;
  private final int[] heldOut;
  private final int[] rest;

  private RandomParts(Stratified strata, int[] heldOut, int[] rest) {
    this.strata = strata;
    this.heldOut = heldOut;
    this.rest = rest;
  }

  /** Holds 20 % out, if there are at least {@value #HOLD_OUT_FROM} rows; the seed says which. */
  static RandomParts of(Stratified strata, int rows, long seed) {
    int[] all = IntStream.range(0, rows).toArray();
    int[][] parts =
        rows >= HOLD_OUT_FROM
            ? strata.split(all, Key.of(seed).at("held-out"), SHARE)
            : new int[][] {new int[0], all};
    return new RandomParts(strata, parts[0], parts[1]);
  }

  /** Holds the last rows out, so many as somebody set apart. */
  static RandomParts lastHeldOut(Stratified strata, int rows, int heldOut) {
    int from = rows - heldOut;
    return new RandomParts(
        strata, IntStream.range(from, rows).toArray(), IntStream.range(0, from).toArray());
  }

  int[] heldOut() {
    return heldOut;
  }

  /** All rows that are not held out. */
  int[] rest() {
    return rest;
  }

  /** Train, stop and score rows of a replicate. */
  int[][] of(Key replicate) {
    int[][] score = strata.split(rest, replicate.at("split").at("score"), SHARE);
    int[][] stop = strata.split(score[1], replicate.at("split").at("stop"), SHARE);
    return new int[][] {stop[1], stop[0], score[0]};
  }

  /** Rows of two parts, in rising order. */
  static int[] join(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    Arrays.sort(both);
    return both;
  }
}
