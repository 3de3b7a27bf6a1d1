package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.InScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class ThresholdsTest {
  private static final double WHOLE = Thresholds.QUANTA;

  /** Of (1/2, 3/8, 1/8) at 1/4: (1/2 + 3/8 - 1/4) / 2 = 5/16 leaves nothing of the third. */
  @Test
  void find_smallestIsBelow_twoShare() {
    Thresholds found = find(3, new double[] {0.25}, 0.5, 0.375, 0.125);
    assertThat(found.below()).containsExactly(5 / 16.0);
    assertThat(found.above()).containsExactly(5 / 16.0 + 2 / WHOLE);
    assertThat(found.counts()).containsExactly(2);
  }

  /** The first is inside; of the second both are above: (1 - 1/2) / 2. */
  @Test
  void find_twoVectors_eachItsOwn() {
    Thresholds found = find(2, new double[] {2, 0.5}, 0.5, 0.5, 0.75, 0.25);
    assertThat(found.below()).containsExactly(0, 0.25);
    assertThat(found.counts()).containsExactly(2, 1);
  }

  /** A vector with numbers that are none has a limit that is none, one with infinity one of 0. */
  @Test
  void find_notANumber_ends() {
    double infinite = Double.POSITIVE_INFINITY;
    Thresholds found = find(2, new double[] {Double.NaN, 0}, Double.NaN, 1, infinite, infinite);
    assertThat(found.below()).containsExactly(0, 0);
    assertThat(found.counts()).containsExactly(1, 1);
  }

  private static Thresholds find(int length, double[] limits, double... shares) {
    for (int i = 0; i < shares.length; i++) {
      shares[i] *= WHOLE;
    }
    return Thresholds.find(Tensors.of(Precision.FLOAT64, shares, 1, limits.length, length), limits);
  }
}
