package dev.bridle.study.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.tensor.Key;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Case 15 of docs/reliability.md: no part of a split is without a class. */
final class StratifiedTest {
  /** A class of 5 rows, the fewest that a table may have, wherever it stands among the others. */
  @Test
  void everyPart_hasEveryClass_evenOneOfFiveRows() {
    for (int rows : new int[] {60, 200, 499, 500, 740}) {
      for (int rare = 0; rare < 3; rare++) {
        int[] labels = labels(rows, rare);
        for (int seed = 0; seed < 60; seed++) {
          RandomParts parts = RandomParts.of(Stratified.ofLabels(labels), rows, seed);
          int[][] replicate = parts.of(Key.of(seed));
          for (int[] part : replicate) {
            assertThat(classesIn(part, labels)).as("%s rows, seed %s", rows, seed).isEqualTo(3);
          }
          int heldOut = parts.heldOut().length;
          assertThat(heldOut).isEqualTo(rows < 500 ? 0 : (int) Math.round(0.2 * rows));
          assertThat(classesIn(parts.heldOut(), labels)).isEqualTo(heldOut == 0 ? 0 : 3);
          assertThat(replicate[2]).hasSize((int) Math.round(0.2 * (rows - heldOut)));
        }
      }
    }
  }

  @Test
  void classes_ofManyRows_haveTheirShareOfEachPart() {
    int[] labels = labels(500, 1);
    int[][] parts = RandomParts.of(Stratified.ofLabels(labels), 500, 7).of(Key.of(3));
    for (int label : new int[] {0, 2}) {
      long of = Arrays.stream(parts[2]).filter(row -> labels[row] == label).count();
      assertThat(of).isBetween(38L, 42L); // of 247 or 248 rows, 20 % of 80 %
    }
  }

  /** As many classes as there are rows to take: no room for all, but the sizes stay. */
  @Test
  void moreClassesThanRowsToTake_leavesSomeOut() {
    int[] labels = IntStream.range(0, 40).map(row -> row / 2).toArray();
    int[] all = IntStream.range(0, 40).toArray();
    int[][] parts = Stratified.ofLabels(labels).split(all, Key.of(1), 0.2);
    assertThat(parts[0]).hasSize(8);
    assertThat(classesIn(parts[0], labels)).isEqualTo(8);
    assertThat(IntStream.concat(Arrays.stream(parts[0]), Arrays.stream(parts[1])).sorted())
        .containsExactlyElementsOf(IntStream.range(0, 40).boxed().toList());
  }

  /** Three classes, one of which has five rows, mixed. */
  private static int[] labels(int rows, int rare) {
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      int common = row % 2 == 0 ? (rare + 1) % 3 : (rare + 2) % 3;
      labels[row] = row % (rows / 5) == 3 && row / (rows / 5) < 5 ? rare : common;
    }
    assertThat(Arrays.stream(labels).filter(label -> label == rare)).hasSize(5);
    return labels;
  }

  private static int classesIn(int[] part, int[] labels) {
    return (int) Arrays.stream(part).map(row -> labels[row]).distinct().count();
  }
}
