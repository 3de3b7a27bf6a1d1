package dev.bridle.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Task;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.testing.Bits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LabelNoiseTest implements BatchLaws {
  @Override
  public BatchRule rule() {
    return new LabelNoise();
  }

  @Override
  public String strength() {
    return "rate";
  }

  /** 400 replicates of 23 rows: the share of wrong ones within five standard errors of 0.3. */
  @Test
  void wrongLabels_areAsManyAsAskedFor_halfOfThemOfEitherOtherClass() {
    int n = 400 * GivenBatch.ROWS;
    List<Key> keys = IntStream.range(0, 400).mapToObj(Key::of).toList();
    int wrong = 0;
    int next = 0;
    try (GivenBatch given = given(PerMember.same(0.3, 400), keys)) {
      Batch changed = given.apply(0);
      for (int k = 0; k < 400; k++) {
        int[] before = labels(given.targets(k));
        int[] after = labels(GivenBatch.targets(changed, k));
        for (int b = 0; b < before.length; b++) {
          wrong += before[b] != after[b] ? 1 : 0;
          next += (before[b] + 1) % GivenBatch.CLASSES == after[b] ? 1 : 0;
        }
      }
    }
    assertThat(wrong / (double) n).isCloseTo(0.3, within(5 * Math.sqrt(0.21 / n)));
    assertThat(next / (double) wrong).isCloseTo(0.5, within(5 * Math.sqrt(0.25 / wrong)));
  }

  /** Another update, another order: a row that was wrong once is wrong in the same way again. */
  @Test
  void rows_areTheSameInEveryEpoch() {
    try (GivenBatch given = given(PerMember.of(0.5), List.of(Key.of(3)))) {
      double[] first = GivenBatch.targets(given.apply(0), 0);
      Bits.assertSame(GivenBatch.targets(given.apply(1000), 0), first, "targets");
    }
  }

  @Test
  void higherRate_hasTheWrongRowsOfTheLowerOne_andMore() {
    List<Key> keys = Collections.nCopies(3, Key.of(3));
    try (GivenBatch given = given(PerMember.of(0.2, 0.5, 0.8), keys)) {
      Batch changed = given.apply(0);
      List<List<Integer>> wrong = new ArrayList<>();
      for (int k = 0; k < 3; k++) {
        int[] before = labels(given.targets(k));
        int[] after = labels(GivenBatch.targets(changed, k));
        wrong.add(
            IntStream.range(0, before.length).filter(b -> before[b] != after[b]).boxed().toList());
      }
      assertThat(wrong.get(1)).containsAll(wrong.get(0)).hasSizeGreaterThan(wrong.get(0).size());
      assertThat(wrong.get(2)).containsAll(wrong.get(1)).hasSizeGreaterThan(wrong.get(1).size());
    }
  }

  @Test
  void requireTask_numbers_areRefused() {
    rule().requireTask(new Task.Classification(List.of("a", "b")));
    assertThatThrownBy(() -> rule().requireTask(new Task.Regression(List.of("y"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("label-noise");
  }

  private GivenBatch given(PerMember rates, List<Key> keys) {
    return GivenBatch.of(rule(), strength(), rates, Precision.FLOAT32, keys);
  }

  private static int[] labels(double... targets) {
    return IntStream.range(0, targets.length)
        .filter(i -> targets[i] == 1)
        .map(i -> i % GivenBatch.CLASSES)
        .toArray();
  }
}
