package dev.bridle.study.diagnosis;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The nearest other rows of each row, by Euclidean distance; among equally near ones the first. A
 * row is never its own neighbour, so that what they vote for is a forecast by rows held out, one at
 * a time. All pairs are looked at, \( O(N^2 D) \), on all cores.
 */
final class Neighbours {
  private final int[][] nearest;

  /** The {@code count} nearest rows of inputs {@code [D][N]}, N above {@code count}. */
  Neighbours(float[][] inputs, int count) {
    int n = inputs[0].length;
    if (!(count >= 1 && count < n)) {
      throw new IllegalArgumentException("count = " + count + ": expected 1 to " + (n - 1));
    }
    this.nearest =
        IntStream.range(0, n)
            .parallel()
            .mapToObj(row -> nearest(distances(inputs, row), row, count))
            .toArray(int[][]::new);
  }

  /** The neighbours of a row, the nearest first. */
  int[] of(int row) {
    return nearest[row];
  }

  /**
   * The share of each row's neighbours that have each class, {@code [N][K]}.
   *
   * @param labels {@code [N]}, each below {@code classes}
   */
  double[][] votes(int[] labels, int classes) {
    double[][] votes = new double[nearest.length][classes];
    for (int row = 0; row < nearest.length; row++) {
      for (int other : nearest[row]) {
        votes[row][labels[other]] += 1.0 / nearest[row].length;
      }
    }
    return votes;
  }

  private static float[] distances(float[][] inputs, int row) {
    float[] distances = new float[inputs[0].length];
    for (float[] feature : inputs) {
      float own = feature[row];
      for (int other = 0; other < distances.length; other++) {
        float step = feature[other] - own;
        distances[other] += step * step;
      }
    }
    return distances;
  }

  private static int[] nearest(float[] distances, int row, int count) {
    int[] best = new int[count];
    int found = 0;
    for (int other = 0; other < distances.length; other++) {
      if (other == row || (found == count && distances[other] >= distances[best[count - 1]])) {
        continue;
      }
      int place = Math.min(found, count - 1);
      while (place > 0 && distances[best[place - 1]] > distances[other]) {
        best[place] = best[place - 1];
        place--;
      }
      best[place] = other;
      found = Math.min(found + 1, count);
    }
    return Arrays.copyOf(best, found);
  }
}
