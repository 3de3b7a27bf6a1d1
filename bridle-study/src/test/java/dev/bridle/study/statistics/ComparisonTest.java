package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Key;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static Comparison with(Claim claim, double delta, boolean higherIsBetter) {
    return new Comparison(claim, 0.05, delta, 10, higherIsBetter, 0.25, 7);
  }

  @Test
  void sharing_onlySamplesShareRows() {
    assertThat(with(Claim.SAMPLES, 0, true).sharing()).isEqualTo(0.25);
    assertThat(with(Claim.SEEDS, 0, true).sharing()).isZero();
    assertThat(with(Claim.FRESH, 0, true).sharing()).isZero();
  }

  @Test
  void intervalLevel_isBonferronis() {
    assertThat(with(Claim.FRESH, 0, true).intervalLevel()).isCloseTo(0.995, within(1e-15));
  }

  @Test
  void matters_deltaButForRounding_isTrue() {
    Comparison comparison = with(Claim.FRESH, 0.02, true);
    assertThat(0.93 - 0.91).isNotEqualTo(0.02);
    assertThat(comparison.matters(0.93 - 0.91)).isTrue();
    assertThat(comparison.matters(-0.02)).isTrue();
    assertThat(comparison.matters(0.0199)).isFalse();
  }

  @Test
  void isGain_followsTheDirection() {
    assertThat(with(Claim.FRESH, 0, true).isGain(0.1)).isTrue();
    assertThat(with(Claim.FRESH, 0, false).isGain(0.1)).isFalse();
    assertThat(with(Claim.FRESH, 0, false).isGain(-0.1)).isTrue();
  }

  @Test
  void p_claims_useTheirTests() {
    PairedDifferences differences = PairedDifferences.of(0.5, 0.1, 0.9, -0.2, 0.4, 0.3);
    assertThat(with(Claim.SAMPLES, 0, true).p(differences, "l2"))
        .isEqualTo(CorrectedT.of(differences, 0.25).p());
    assertThat(with(Claim.FRESH, 0, true).p(differences, "l2"))
        .isEqualTo(CorrectedT.paired(differences).p());
    assertThat(with(Claim.SEEDS, 0, true).p(differences, "l2"))
        .isEqualTo(SignFlip.of(differences, Key.of(1)).p());
  }

  @Test
  void constructor_samplesWithoutRatio_isRefused() {
    assertThatThrownBy(() -> new Comparison(Claim.SAMPLES, 0.05, 0, 1, true, 0, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scorePerTrain = 0.0: expected a number > 0 for the claim samples");
    assertThat(new Comparison(Claim.SEEDS, 0.05, 0, 1, true, 0, 7).sharing()).isZero();
  }

  @Test
  void constructor_badNumbers_areNamed() {
    assertThatThrownBy(() -> new Comparison(Claim.SEEDS, Double.NaN, 0, 1, true, 0, 7))
        .hasMessage("alpha = NaN: expected a number in (0, 0.5)");
    assertThatThrownBy(() -> new Comparison(Claim.SEEDS, 0.05, -1, 1, true, 0, 7))
        .hasMessage("delta = -1.0: expected a finite number >= 0");
    assertThatThrownBy(() -> new Comparison(Claim.SEEDS, 0.05, 0, 0, true, 0, 7))
        .hasMessage("comparisons = 0: expected a whole number >= 1");
  }
}
