package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: roots of erfc(-z / sqrt(2)) / 2 = p with 60 digits, at the double nearest p. */
final class NormalQuantileTest {

  @ParameterizedTest
  @CsvSource({
    "0.025, -1.9599639845400542118",
    "0.05, -1.6448536269514726880",
    "0.0749, -1.4402382675279636631",
    "0.0751, -1.4388253927525399824",
    "0.1, -1.2815515655446004353",
    "0.25, -0.6744897501960817432",
    "0.4, -0.2533471031357997413",
    "0.6, 0.2533471031357997413",
    "0.75, 0.6744897501960817432",
    "0.8413447460685429486, 1",
    "0.9, 1.2815515655446005935",
    "0.975, 1.9599639845400538556",
    "0.9772498680518207928, 2",
    "0.999, 3.0902323061678132778",
  })
  void of_share_isTheKnownQuantile(double share, double quantile) {
    assertThat(NormalQuantile.of(share)).isCloseTo(quantile, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "0.001, -3.0902323061678135354",
    "1e-10, -6.3613409024040561991",
    "1.4e-11, -6.6567230915181836356",
    "1.3e-11, -6.6676114565107408347",
    "1e-16, -8.2220822161304356152",
    "1e-100, -21.273453560965324294",
    "1e-300, -37.047096299361199237",
  })
  void of_farTail_isTheKnownQuantile(double share, double quantile) {
    assertThat(NormalQuantile.of(share)).isCloseTo(quantile, within(1e-12));
  }

  @Test
  void of_half_isZero() {
    assertThat(NormalQuantile.of(0.5)).isZero();
  }

  /** Multiples of 1/1024 have an exact complement. */
  @Test
  void of_complement_isTheNegative() {
    for (int i = 1; i < 512; i++) {
      double share = i / 1024.0;
      assertThat(NormalQuantile.of(1 - share)).isEqualTo(-NormalQuantile.of(share));
    }
  }

  /** The formula is pieced together at 0.075, 0.925 and exp(-25): no step down at a seam. */
  @Test
  void of_growingShare_grows() {
    double last = Double.NEGATIVE_INFINITY;
    for (double seam : new double[] {StrictMath.exp(-25), 0.075, 0.925}) {
      for (int i = -1000; i <= 1000; i++) {
        double quantile = NormalQuantile.of(seam * (1 + i * 1e-7));
        assertThat(quantile).isGreaterThan(last);
        last = quantile;
      }
    }
  }
}
