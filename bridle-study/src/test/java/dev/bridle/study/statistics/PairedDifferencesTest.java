package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PairedDifferencesTest {
  @Test
  void between_isArmMinusBaseline() {
    PairedDifferences differences = PairedDifferences.between(List.of(3.0, 1.0), List.of(1.0, 2.0));
    assertThat(differences.values()).containsExactly(2.0, -1.0);
  }

  @Test
  void between_roundingAlone_isZero() {
    // 0.1 + 0.2 is 0.30000000000000004
    PairedDifferences differences =
        PairedDifferences.between(List.of(0.1 + 0.2, 1.0), List.of(0.3, 1.0 - 1e-6));
    assertThat(differences.values().get(0)).isZero();
    assertThat(differences.values().get(1)).isCloseTo(1e-6, within(1e-15));
  }

  @Test
  void moments_fourDifferences_areTheTextbookOnes() {
    // mean 5, squares 9 + 1 + 1 + 9 = 20, s^2 = 20/3
    PairedDifferences differences = PairedDifferences.of(2, 4, 6, 8);
    assertThat(differences.mean()).isEqualTo(5);
    assertThat(differences.deviation()).isCloseTo(Math.sqrt(20.0 / 3), within(1e-15));
    assertThat(differences.effect()).isCloseTo(5 / Math.sqrt(20.0 / 3), within(1e-15));
  }

  @Test
  void deviation_equalButForRounding_isZero() {
    PairedDifferences differences =
        PairedDifferences.between(List.of(0.93, 0.95, 0.45), List.of(0.91, 0.93, 0.43));
    assertThat(differences.values().get(0)).isNotEqualTo(differences.values().get(1));
    assertThat(differences.deviation()).isZero();
    assertThat(differences.effect()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void effect_allZero_isZero() {
    assertThat(Samples.constant(5, 0).deviation()).isZero();
    assertThat(Samples.constant(5, 0).effect()).isZero();
  }

  @Test
  void effect_oneReplicate_isNan() {
    assertThat(PairedDifferences.of(1).deviation()).isNaN();
    assertThat(PairedDifferences.of(0).effect()).isNaN();
  }

  @Test
  void probabilityBetter_tiesCountHalf() {
    PairedDifferences differences = PairedDifferences.of(1, 2, 0, -1);
    assertThat(differences.probabilityBetter(true, 0.95).mean()).isEqualTo(2.5 / 4);
    assertThat(differences.probabilityBetter(false, 0.95).mean()).isEqualTo(1.5 / 4);
  }

  @Test
  void probabilityBetter_swappedDirection_mirrorsTheInterval() {
    PairedDifferences differences = PairedDifferences.of(1, 2, 0, -1, 3);
    MeanInterval up = differences.probabilityBetter(true, 0.9);
    MeanInterval down = differences.probabilityBetter(false, 0.9);
    assertThat(down.low()).isCloseTo(1 - up.high(), within(1e-15));
    assertThat(down.high()).isCloseTo(1 - up.low(), within(1e-15));
  }

  @Test
  void between_unequalLengths_namesBoth() {
    assertThatThrownBy(() -> PairedDifferences.between(List.of(1.0), List.of(1.0, 2.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 scores: expected as many as the baseline has, 2");
  }

  @Test
  void constructor_notFinite_namesThePlace() {
    assertThatThrownBy(() -> PairedDifferences.of(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("differences[1] = NaN: expected a finite number");
  }
}
