package dev.bridle.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.declaration.Parameter.Spacing;
import dev.bridle.declaration.Parameter.Unit;
import org.junit.jupiter.api.Test;

final class ParameterTest {
  @Test
  void strength_isAbsentAt0_sweptLogarithmically() {
    Parameter lambda = Parameter.strength("lambda", "strength");
    assertThat(lambda.absence()).hasValue(0);
    assertThat(lambda.spacing()).isEqualTo(Spacing.LOGARITHMIC);
    assertThat(lambda.fallback()).isEmpty();
  }

  @Test
  void rate_isAbsentAt0_sweptLinearly_below1() {
    Parameter rate = Parameter.rate("rate", "probability");
    assertThat(rate.absence()).hasValue(0);
    assertThat(rate.spacing()).isEqualTo(Spacing.LINEAR);
    assertThat(rate.range()).isEqualTo(Range.halfOpen(0, 1));
  }

  @Test
  void with_changesOneThing_andKeepsTheOthers() {
    Parameter limit =
        Parameter.number("c", "limit", Range.limitAbove(0))
            .absentAt(Double.POSITIVE_INFINITY)
            .scaledBy("x-init", "rms")
            .withFallback(3)
            .spaced(Spacing.LINEAR)
            .wholeNumbers();
    assertThat(limit.absence()).hasValue(Double.POSITIVE_INFINITY);
    assertThat(limit.scales()).containsExactly("x-init", "rms");
    assertThat(limit.fallback()).hasValue(3);
    assertThat(limit.spacing()).isEqualTo(Spacing.LINEAR);
    assertThat(limit.whole()).isTrue();
    assertThat(limit.name()).isEqualTo("c");
  }

  @Test
  void fallbackAndAbsence_outOfRange_areRefused() {
    Parameter rate = Parameter.rate("rate", "probability");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rate.withFallback(1))
        .withMessage("rate = 1.0: expected a number in [0, 1)");
    assertThatIllegalArgumentException().isThrownBy(() -> rate.absentAt(-1));
  }

  @Test
  void check_wholeNumbers_refusesOthers_butNotInfinity() {
    Parameter patience =
        Parameter.number("patience", "epochs", new Range(1, true, Double.POSITIVE_INFINITY, true))
            .wholeNumbers();
    assertThat(patience.check(5)).isEqualTo(5);
    assertThat(patience.check(Double.POSITIVE_INFINITY)).isInfinite();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> patience.check(2.5))
        .withMessage("patience = 2.5: expected a whole number");
    assertThatIllegalArgumentException().isThrownBy(() -> patience.check(0));
  }

  @Test
  void unit_hasARangeOfItsOwn() {
    Parameter patience =
        Parameter.number("patience", "epochs", new Range(1, true, Double.POSITIVE_INFINITY, true))
            .wholeNumbers()
            .countedIn(new Unit("gl", Range.above(0), false))
            .countedIn(new Unit("up", Range.atLeast(1), true));
    assertThat(patience.scales()).containsExactly("gl", "up");
    assertThat(patience.allows(0.5, "gl")).isTrue();
    assertThat(patience.allows(0.5, "")).isFalse();
    assertThat(patience.allows(1.5, "up")).isFalse();
    assertThat(patience.allows(2, "up")).isTrue();
    assertThat(patience.allows(2, "pq")).isFalse();
    assertThat(patience.allows(Double.POSITIVE_INFINITY, "")).isTrue();
    assertThat(patience.allows(Double.POSITIVE_INFINITY, "gl")).isFalse();
    assertThat(patience.allowed("gl")).isEqualTo("a finite number > 0");
    assertThat(patience.allowed("up")).isEqualTo("a finite whole number >= 1");
  }

  @Test
  void scale_hasTheRangeOfTheNumberItself_butNoInfinity() {
    Parameter limit = Parameter.number("c", "limit", Range.limitAbove(0)).scaledBy("rms");
    assertThat(limit.allows(0.1, "rms")).isTrue();
    assertThat(limit.allows(0, "rms")).isFalse();
    assertThat(limit.allows(Double.POSITIVE_INFINITY, "rms")).isFalse();
    assertThat(limit.allows(Double.NaN, "")).isFalse();
  }
}
