package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ThresholdsTest {
  private static final int WHOLE = Thresholds.QUANTA;

  /** Of (1/2, 3/8, 1/8) at 1/4: (1/2 + 3/8 - 1/4) / 2 = 5/16 leaves nothing of the third. */
  @Test
  void find_smallestIsBelow_twoShare() {
    int[] sizes = {WHOLE / 2, WHOLE / 8 * 3, WHOLE / 8};
    Thresholds found = Thresholds.find(sizes, new double[] {0.25});
    assertThat(found.thetas()).containsExactly(5 / 16.0);
    assertThat(found.counts()).containsExactly(2);
  }

  /** The first is inside; of the second two are above (3/4 - 1/4 of 1/2 each). */
  @Test
  void find_twoVectors_eachItsOwn() {
    int[] sizes = {WHOLE / 2, WHOLE / 2, WHOLE / 4 * 3, WHOLE / 4};
    Thresholds found = Thresholds.find(sizes, new double[] {2, 0.5});
    assertThat(found.thetas()).containsExactly(0, 0.25);
    assertThat(found.counts()).containsExactly(2, 1);
  }

  /** Numbers that are none come as the smallest int, limits of such vectors as NaN. */
  @Test
  void find_notANumber_ends() {
    int[] sizes = {Integer.MIN_VALUE, WHOLE, Integer.MIN_VALUE, Integer.MIN_VALUE};
    Thresholds found = Thresholds.find(sizes, new double[] {Double.NaN, 0});
    assertThat(found.thetas()).containsExactly(0, 0);
    assertThat(found.counts()).containsExactly(1, 1);
  }
}
