package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class BonferroniTest {
  @Test
  void level_tenComparisons_is995() {
    assertThat(Bonferroni.level(0.05, 10)).isCloseTo(0.995, within(1e-15));
    assertThat(Bonferroni.level(0.05, 1)).isCloseTo(0.95, within(1e-15));
    assertThat(Bonferroni.share(0.05, 20)).isCloseTo(0.0025, within(1e-15));
  }

  @Test
  void level_noComparison_isRefused() {
    assertThatThrownBy(() -> Bonferroni.level(0.05, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("comparisons = 0: expected a whole number >= 1");
  }
}
