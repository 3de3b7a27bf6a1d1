package dev.bridle.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.data.Dataset;
import org.junit.jupiter.api.Test;

final class MeanAbsoluteErrorTest {
  /** Errors 3 and -4, and over two outputs 1, 0, 2 and 5. */
  @Test
  void of_isTheMeanSizeOfTheErrors() {
    assertThat(of(Truth.numbers(1, 10, 20), 13, 16)).isEqualTo(3.5);
    assertThat(of(Truth.numbers(2, 0, 0, 0, 0), 1, 0, -2, 5)).isEqualTo(2);
  }

  @Test
  void name_andDirection() {
    assertThat(Metric.MAE.name()).isEqualTo("mae");
    assertThat(Metric.MAE.higherIsBetter()).isFalse();
  }

  private static double of(Dataset truth, double... predicted) {
    return Metric.MAE.of(new Predictions(truth.task(), predicted), truth);
  }
}
