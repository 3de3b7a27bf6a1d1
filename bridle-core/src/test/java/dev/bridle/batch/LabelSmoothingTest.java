package dev.bridle.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Task;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.testing.Bits;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LabelSmoothingTest implements BatchLaws {
  @Override
  public BatchRule rule() {
    return new LabelSmoothing();
  }

  @Override
  public String strength() {
    return "epsilon";
  }

  /** Of three classes with epsilon 0.3: 0.7 + 0.1 for the true one, 0.1 for the others. */
  @Test
  void targets_threeClasses_areSmoothed_inputsStay() {
    PerMember epsilon = PerMember.of(0.3, 0.6);
    List<Key> keys = List.of(Key.of(1), Key.of(1));
    try (GivenBatch given = GivenBatch.of(rule(), strength(), epsilon, Precision.FLOAT64, keys)) {
      Batch changed = given.apply(0);
      double[] before = given.targets(0);
      double[] first = GivenBatch.targets(changed, 0);
      double[] second = GivenBatch.targets(changed, 1);
      for (int i = 0; i < before.length; i++) {
        assertThat(first[i]).isCloseTo(before[i] == 1 ? 0.8 : 0.1, within(1e-15));
        assertThat(second[i]).isCloseTo(before[i] == 1 ? 0.6 : 0.2, within(1e-15));
      }
      Bits.assertSame(GivenBatch.inputs(changed, 1), given.inputs(1), "inputs");
    }
  }

  @Test
  void requireTask_numbers_areRefused() {
    rule().requireTask(new Task.Classification(List.of("a", "b")));
    assertThatThrownBy(() -> rule().requireTask(new Task.Regression(List.of("y"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("label-smoothing");
  }
}
