package dev.bridle.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.data.Dataset;
import org.junit.jupiter.api.Test;

final class BalancedAccuracyTest {
  /** Three of four rows of class 0, none of one of class 1. */
  @Test
  void of_isTheMeanOverTheClasses() {
    Dataset truth = Truth.classes(2, 0, 0, 0, 0, 1);
    assertThat(of(truth, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0)).isEqualTo(0.375);
  }

  @Test
  void of_classThatDoesNotOccur_isLeftOut() {
    assertThat(of(Truth.classes(3, 0, 1), 1, 0, 0, 0, 0, 1)).isEqualTo(0.5);
  }

  @Test
  void name_andDirection() {
    assertThat(Metric.BALANCED_ACCURACY.name()).isEqualTo("balanced-accuracy");
    assertThat(Metric.BALANCED_ACCURACY.higherIsBetter()).isTrue();
  }

  private static double of(Dataset truth, double... predicted) {
    return Metric.BALANCED_ACCURACY.of(new Predictions(truth.task(), predicted), truth);
  }
}
