package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TostTest {
  static Stream<PairedDifferences> many() {
    return Samples.many();
  }

  @ParameterizedTest
  @MethodSource("many")
  void isEquivalent_isTheNinetyPercentIntervalWithinDelta(PairedDifferences differences) {
    CorrectedT t = CorrectedT.of(differences, 0.25);
    for (double delta : new double[] {0, 0.2, 0.5, 1, 2, 5}) {
      Tost test = Tost.of(t, delta, 0.05);
      assertThat(test.interval()).isEqualTo(t.interval(0.9));
      assertThat(test.isEquivalent()).isEqualTo(t.interval(0.9).isWithin(delta));
    }
  }

  @Test
  void p_meanOnDelta_isOne() {
    assertThat(Tost.of(new CorrectedT(10, 0.5, 0.1), 0.5, 0.05).p()).isEqualTo(1);
  }

  @Test
  void p_meanZero_isOneTailAtDelta() {
    // t = 0.6 / 0.1 = 6 with 9 degrees of freedom; two-sided tail 0.00020249932206764065
    assertThat(Tost.of(new CorrectedT(10, 0, 0.1), 0.6, 0.05).p())
        .isCloseTo(0.00020249932206764065 / 2, within(1e-15));
  }

  @Test
  void isEquivalent_allTheSame_takesFive() {
    assertThat(equivalent(Samples.constant(4, 0))).isFalse();
    assertThat(equivalent(Samples.constant(5, 0))).isTrue();
    assertThat(equivalent(Samples.constant(5, 0.009))).isTrue();
    assertThat(equivalent(Samples.constant(5, 0.011))).isFalse();
  }

  @Test
  void isEquivalent_oneReplicateOrNoDelta_isFalse() {
    assertThat(equivalent(PairedDifferences.of(0))).isFalse();
    assertThat(Tost.of(CorrectedT.paired(Samples.constant(9, 0)), 0, 0.05).isEquivalent())
        .isFalse();
  }

  private static boolean equivalent(PairedDifferences differences) {
    return Tost.of(CorrectedT.paired(differences), 0.01, 0.05).isEquivalent();
  }

  @Test
  void of_alphaOfOneHalf_isRefused() {
    CorrectedT t = CorrectedT.paired(PairedDifferences.of(1, 2));
    assertThatThrownBy(() -> Tost.of(t, 1, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alpha = 0.5: expected a number in (0, 0.5)");
  }
}
