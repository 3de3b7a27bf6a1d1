package dev.bridle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import org.junit.jupiter.api.Test;

final class BrierScoreTest {
  /** (0.2^2 + 0.2^2 + 0.9^2 + 0.9^2) / 2. */
  @Test
  void of_isTheMeanSquaredDifference_summedOverTheClasses() {
    assertThat(of(Truth.classes(2, 0, 1), 0.8, 0.2, 0.9, 0.1)).isCloseTo(0.85, within(1e-15));
  }

  @Test
  void of_sureAndRight_is0_sureAndWrong_is2() {
    assertThat(of(Truth.classes(3, 2), 0, 0, 1)).isZero();
    assertThat(of(Truth.classes(3, 2), 1, 0, 0)).isEqualTo(2);
  }

  @Test
  void name_andDirection() {
    assertThat(Metric.BRIER.name()).isEqualTo("brier");
    assertThat(Metric.BRIER.higherIsBetter()).isFalse();
  }

  private static double of(Dataset truth, double... predicted) {
    return Metric.BRIER.of(new Predictions(truth.task(), predicted), truth);
  }
}
