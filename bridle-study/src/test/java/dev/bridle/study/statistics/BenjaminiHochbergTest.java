package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class BenjaminiHochbergTest {
  @Test
  void adjust_byHand() {
    // 0.01 * 4/1, min(0.03 * 4/2, 0.04 * 4/3), 0.04 * 4/3, 0.5
    assertThat(BenjaminiHochberg.adjust(0.01, 0.04, 0.03, 0.5))
        .containsExactly(new double[] {0.04, 0.16 / 3, 0.16 / 3, 0.5}, within(1e-12));
  }

  @Test
  void adjust_nothing_isNothing() {
    assertThat(BenjaminiHochberg.adjust()).isEmpty();
  }

  @Test
  void adjust_noProbability_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenjaminiHochberg.adjust(0.5, Double.NaN))
        .withMessageContaining("expected a number in [0, 1]");
  }
}
