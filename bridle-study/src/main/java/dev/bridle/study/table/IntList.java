package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whole numbers that are added one by one, kept as in {@link DoubleList}. */
final class IntList {
  private static final int BLOCK = 8192;

  private final List<int[]> full = new ArrayList<>();
  private int[] last = new int[8];
  private int used;

  /** Adds a number at the end. */
  void add(int value) {
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
  int[] drain() {
    int[] all = new int[size()];
    for (int i = 0; i < full.size(); i++) {
      System.arraycopy(full.get(i), 0, all, i * BLOCK, BLOCK);
    }
    System.arraycopy(last, 0, all, full.size() * BLOCK, used);
    full.clear();
    last = new int[8];
    used = 0;
    return all;
  }

  private void grow() {
    if (last.length < BLOCK) {
      last = Arrays.copyOf(last, 2 * last.length);
    } else {
      full.add(last);
      last = new int[BLOCK];
      used = 0;
    }
  }
}
