package dev.bridle.study.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class RelationTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void ofNumbers_isTheSquaredCorrelation() {
    // r = 4 / 5; t of 2 degrees has p = 1 - t / sqrt(2 + t^2) = 1 - r
    Relation relation =
        Relation.ofNumbers(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 4}).orElseThrow();
    assertThat(relation.share()).isCloseTo(0.64, CLOSE);
    assertThat(relation.p()).isCloseTo(0.2, CLOSE);
  }

  @Test
  void ofNumbers_leavesMissingOnesOut() {
    double nan = Double.NaN;
    assertThat(
            Relation.ofNumbers(
                new double[] {1, 2, nan, 3, 4, 9}, new double[] {1, 3, 7, 2, 4, nan}))
        .isEqualTo(Relation.ofNumbers(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 4}));
  }

  @Test
  void ofGroups_isTheCorrelationRatio() {
    // sums of squares: 20 in all, 16 between; F(1, 2) = 8, so p = 1 - sqrt(0.8)
    Relation relation =
        Relation.ofGroups(new double[] {1, 3, 5, 7}, new int[] {0, 0, 1, 1}, 2).orElseThrow();
    assertThat(relation.share()).isCloseTo(0.8, CLOSE);
    assertThat(relation.p()).isCloseTo(1 - Math.sqrt(0.8), CLOSE);
  }

  @Test
  void ofGroups_ofTexts_isCramersVSquared() {
    // 3 1 / 1 3: chi squared 2, N = 8; p of one degree 0.157299
    int[] a = {0, 0, 0, 0, 1, 1, 1, 1};
    int[] b = {0, 0, 0, 1, 0, 1, 1, 1};
    Relation relation = Relation.ofGroups(a, b, 2, 3).orElseThrow();
    assertThat(relation.share()).isCloseTo(0.25, CLOSE);
    assertThat(relation.p()).isCloseTo(0.15729920705, within(1e-8));
  }

  @Test
  void ofAll_perfect_isOne_withCertainty() {
    assertThat(Relation.ofNumbers(new double[] {1, 2, 4}, new double[] {-1, -2, -4}))
        .contains(new Relation(1, 0));
    assertThat(
            Relation.ofGroups(new double[] {1, 1, 2, 2}, new int[] {0, 0, 1, 1}, 2)
                .orElseThrow()
                .share())
        .isEqualTo(1);
  }

  @Test
  void ofAll_constantOrTooFew_cannotBeTested() {
    assertThat(Relation.ofNumbers(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isEmpty();
    assertThat(Relation.ofNumbers(new double[] {1, 2}, new double[] {1, 2})).isEmpty();
    assertThat(Relation.ofGroups(new double[] {1, 2, 3}, new int[] {0, 0, 0}, 1)).isEmpty();
    assertThat(Relation.ofGroups(new int[] {0, 1}, new int[] {1, 1}, 2, 2)).isEmpty();
  }

  @Test
  void ofNumbers_extremes_doNotOverflow() {
    Relation relation =
        Relation.ofNumbers(new double[] {1e300, 2e300, 3e300, 4e300}, new double[] {1, 3, 2, 4})
            .orElseThrow();
    assertThat(relation.share()).isCloseTo(0.64, CLOSE);
  }
}
