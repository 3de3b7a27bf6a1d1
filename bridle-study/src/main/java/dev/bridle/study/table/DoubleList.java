package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers that are added one by one, in blocks of 8,192, so that growing neither copies them all
 * nor reserves more than a block.
 */
final class DoubleList {
  private static final int BLOCK = 8192;

  private final List<double[]> full = new ArrayList<>();
  private double[] last = new double[8];
  private int used;

  /** Adds a number at the end. */
  void add(double value) {
    if (used == last.length) {
      grow();
    }
    last[used++] = value;
  }

  /** How many numbers there are. */
  int size() {
    return full.size() * BLOCK + used;
  }

  /** The numbers as one array; the list is empty afterwards. */
  double[] drain() {
    double[] all = new double[size()];
    for (int i = 0; i < full.size(); i++) {
      System.arraycopy(full.get(i), 0, all, i * BLOCK, BLOCK);
    }
    System.arraycopy(last, 0, all, full.size() * BLOCK, used);
    full.clear();
    last = new double[8];
    used = 0;
    return all;
  }

  private void grow() {
    if (last.length < BLOCK) {
      last = Arrays.copyOf(last, 2 * last.length);
    } else {
      full.add(last);
      last = new double[BLOCK];
      used = 0;
    }
  }
}
