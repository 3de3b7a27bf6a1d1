package dev.bridle.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class RangeTest {
  @Test
  void contains_endsAsDeclared() {
    assertThat(Range.closed(0, 1).contains(0)).isTrue();
    assertThat(Range.closed(0, 1).contains(1)).isTrue();
    assertThat(Range.halfOpen(0, 1).contains(0)).isTrue();
    assertThat(Range.halfOpen(0, 1).contains(1)).isFalse();
    assertThat(Range.halfOpen(0, 1).contains(Math.nextDown(1.0))).isTrue();
    assertThat(Range.above(0).contains(0)).isFalse();
    assertThat(Range.above(0).contains(Double.MIN_VALUE)).isTrue();
    assertThat(Range.atLeast(0).contains(0)).isTrue();
    assertThat(Range.atLeast(0).contains(-Double.MIN_VALUE)).isFalse();
  }

  @Test
  void contains_infinity_forLimitsOnly() {
    assertThat(Range.limitAbove(0).contains(Double.POSITIVE_INFINITY)).isTrue();
    assertThat(Range.atLeast(0).contains(Double.POSITIVE_INFINITY)).isFalse();
    assertThat(Range.above(0).contains(Double.POSITIVE_INFINITY)).isFalse();
  }

  @Test
  void contains_anySign_butMinusInfinity() {
    assertThat(Range.finite().contains(-1e300)).isTrue();
    assertThat(Range.limit().contains(-1e300)).isTrue();
    assertThat(Range.limit().contains(Double.POSITIVE_INFINITY)).isTrue();
    assertThat(Range.finite().contains(Double.POSITIVE_INFINITY)).isFalse();
    assertThat(Range.finite().contains(Double.NEGATIVE_INFINITY)).isFalse();
    assertThat(Range.limit().contains(Double.NEGATIVE_INFINITY)).isFalse();
  }

  @Test
  void contains_notANumber_never() {
    assertThat(Range.closed(0, 1).contains(Double.NaN)).isFalse();
    assertThat(Range.limitAbove(0).contains(Double.NaN)).isFalse();
    assertThat(Range.finite().contains(Double.NaN)).isFalse();
  }

  @Test
  void check_namesTheValueAndWhatIsAllowed() {
    assertThat(Range.halfOpen(0, 1).check("rate", 0.5)).isEqualTo(0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Range.halfOpen(0, 1).check("rate", 1.2))
        .withMessage("rate = 1.2: expected a number in [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Range.atLeast(0).check("lambda", Double.NaN))
        .withMessage("lambda = NaN: expected a finite number >= 0");
  }

  @Test
  void toString_isInWords() {
    assertThat(Range.closed(0, 0.5)).hasToString("a number in [0, 0.5]");
    assertThat(Range.above(0)).hasToString("a finite number > 0");
    assertThat(Range.limitAbove(0)).hasToString("a number > 0 (inf: no limit)");
    assertThat(Range.finite()).hasToString("a finite number");
    assertThat(Range.limit()).hasToString("a number (inf: no limit)");
  }
}
