package dev.bridle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import org.junit.jupiter.api.Test;

final class RootMeanSquaredErrorTest {
  /** Errors 3 and 4: the root of 25 / 2. */
  @Test
  void of_isTheRootOfTheMeanSquare() {
    Dataset truth = Truth.numbers(1, 10, 20);
    assertThat(Metric.RMSE.of(new Predictions(truth.task(), new double[] {13, 16}), truth))
        .isCloseTo(Math.sqrt(12.5), within(1e-15));
  }

  /** Two outputs a row: errors 1, 1, 1 and 3, the root of 12 / 4. */
  @Test
  void of_severalOutputs_isOverAllNumbers() {
    Dataset truth = Truth.numbers(2, 0, 10, 1, 20);
    double[] predicted = {1, 9, 2, 23};
    assertThat(Metric.RMSE.of(new Predictions(truth.task(), predicted), truth))
        .isCloseTo(Math.sqrt(3), within(1e-15));
  }

  @Test
  void name_andDirection() {
    assertThat(Metric.RMSE.name()).isEqualTo("rmse");
    assertThat(Metric.RMSE.higherIsBetter()).isFalse();
  }
}
