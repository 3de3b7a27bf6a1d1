package dev.bridle.study.source;

import dev.bridle.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Exchanges rows between the two parts of a draw until every class that can be in both is: at least
 * one row of a class is taken, and no more than one of a class whose share is one row or less.
 *
 * <p>The number of rows taken stays. Of 5 rows and a share of 20 %, one is taken; so a class of 5
 * is in the rows held out, and with its other 4 in what trains, stops and scores. Where there are
 * more classes than rows to be taken, some are left out.
 */
final class RareClasses {
  private final boolean[] taken;
  private final double share;
  private final List<Integer> starts = new ArrayList<>();

  /**
   * The parts of a draw.
   *
   * @param ofRow the class of each row, in rising order
   * @param taken whether a row is in the first part; changed
   * @param share of the rows in it
   */
  RareClasses(double[] ofRow, boolean[] taken, double share) {
    this.taken = taken;
    this.share = share;
    for (int i = 0; i < ofRow.length; i++) {
      if (i == 0 || ofRow[i] != ofRow[i - 1]) {
        starts.add(i);
      }
    }
    starts.add(ofRow.length);
  }

  /** Changes what is taken; draws numbers only if a class is left out or taken too often. */
  void exchange(RandomStream random) {
    for (int c = 0; c < classes(); c++) {
      while (isSmall(c) && count(c) > 1) {
        OptionalInt taker = richest(this::left, k -> !isSmall(k) && left(k) > 0);
        if (taker.isEmpty()) {
          return; // small classes alone: there is nothing to exchange with
        }
        move(c, taker.getAsInt(), random);
      }
    }
    for (int c = 0; c < classes(); c++) {
      if (count(c) == 0 && size(c) > 1) {
        int taker = c;
        richest(this::count, k -> count(k) > 1).ifPresent(from -> move(from, taker, random));
      }
    }
  }

  /** Takes one row of a class less and one of another more. */
  private void move(int from, int to, RandomStream random) {
    flip(from, true, random);
    flip(to, false, random);
  }

  private void flip(int c, boolean from, RandomStream random) {
    int[] rows = rows(c).filter(row -> taken[row] == from).toArray();
    taken[rows[random.nextInt(rows.length)]] = !from;
  }

  /** The class with the most rows of a kind, the first of equals. */
  private OptionalInt richest(IntUnaryOperator rows, IntPredicate allowed) {
    return IntStream.range(0, classes())
        .filter(allowed)
        .reduce((a, b) -> rows.applyAsInt(b) > rows.applyAsInt(a) ? b : a);
  }

  private int classes() {
    return starts.size() - 1;
  }

  private IntStream rows(int c) {
    return IntStream.range(starts.get(c), starts.get(c + 1));
  }

  private int size(int c) {
    return starts.get(c + 1) - starts.get(c);
  }

  private int count(int c) {
    return (int) rows(c).filter(row -> taken[row]).count();
  }

  private int left(int c) {
    return size(c) - count(c);
  }

  private boolean isSmall(int c) {
    return share * size(c) < 1 + 1e-9;
  }
}
