package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SampleTest {

  @Test
  void moments_ofThreeNumbers_areThoseOfTheDefinition() {
    Sample sample = Sample.of(1.0, 2.0, 6.0);
    assertThat(sample.mean()).isEqualTo(3);
    assertThat(sample.variance()).isCloseTo((4 + 1 + 9) / 3.0, within(1e-15));
  }

  @Test
  void correlation_ofMultiplesAndOpposites_isOneAndMinusOne() {
    Sample sample = Sample.of(1.0, 2.0, 6.0);
    assertThat(sample.correlation(Sample.of(2.0, 4.0, 12.0))).isCloseTo(1, within(1e-15));
    assertThat(sample.correlation(Sample.of(-1.0, -2.0, -6.0))).isCloseTo(-1, within(1e-15));
  }

  /** Covariance (1 * 0 + 0 * -1 + -1 * 1 ...) / 3 of (1, 0, -1) and (1, -2, 1) is 0. */
  @Test
  void correlation_ofALineAndAParabola_isZero() {
    assertThat(Sample.of(1.0, 0.0, -1.0).correlation(Sample.of(1.0, -2.0, 1.0))).isZero();
  }
}
