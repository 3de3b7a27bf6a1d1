package dev.bridle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import org.junit.jupiter.api.Test;

final class LogLossTest {
  private static final Dataset TRUTH = Truth.classes(2, 0, 1);

  /** ln 2 and ln 4, their mean 1.5 ln 2. */
  @Test
  void of_isTheMeanOfMinusLogarithms() {
    assertThat(of(0.5, 0.5, 0.75, 0.25)).isCloseTo(1.5 * Math.log(2), within(1e-15));
  }

  @Test
  void of_sureAndRight_isZero() {
    assertThat(of(1, 0, 0, 1)).isZero();
  }

  /** -ln of the smallest positive double. */
  @Test
  void of_sureAndWrong_isLargeButFinite() {
    assertThat(of(0, 1, 0, 1)).isCloseTo(744.44 / 2, within(0.01));
  }

  @Test
  void of_notANumber_staysNotANumber() {
    assertThat(of(Double.NaN, Double.NaN, 0, 1)).isNaN();
  }

  @Test
  void name_andDirection() {
    assertThat(Metric.LOG_LOSS.name()).isEqualTo("log-loss");
    assertThat(Metric.LOG_LOSS.higherIsBetter()).isFalse();
  }

  private static double of(double... probabilities) {
    return Metric.LOG_LOSS.of(new Predictions(TRUTH.task(), probabilities), TRUTH);
  }
}
