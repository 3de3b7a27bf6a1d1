package dev.bridle.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.data.Dataset;
import org.junit.jupiter.api.Test;

final class ExplainedVarianceTest {
  /** Targets 1, 2, 3: variance sums to 2, errors 0, 0 and 1. */
  @Test
  void of_isTheShareThatIsExplained() {
    assertThat(of(Truth.numbers(1, 1, 2, 3), 1, 2, 4)).isEqualTo(0.5);
  }

  @Test
  void of_theTargets_is1_theirMean_is0_worse_isNegative() {
    Dataset truth = Truth.numbers(1, 1, 2, 3);
    assertThat(of(truth, 1, 2, 3)).isEqualTo(1);
    assertThat(of(truth, 2, 2, 2)).isZero();
    assertThat(of(truth, 3, 2, 1)).isEqualTo(-3);
  }

  /** The first is explained, the second by half. */
  @Test
  void of_severalTargets_isTheirMean() {
    assertThat(of(Truth.numbers(2, 1, 1, 2, 2, 3, 3), 1, 1, 2, 2, 3, 4)).isEqualTo(0.75);
  }

  @Test
  void of_targetThatDoesNotVary_is0() {
    assertThat(of(Truth.numbers(1, 5, 5), 5, 5)).isZero();
  }

  @Test
  void name_andDirection() {
    assertThat(Metric.R2.name()).isEqualTo("r2");
    assertThat(Metric.R2.higherIsBetter()).isTrue();
  }

  private static double of(Dataset truth, double... predicted) {
    return Metric.R2.of(new Predictions(truth.task(), predicted), truth);
  }
}
