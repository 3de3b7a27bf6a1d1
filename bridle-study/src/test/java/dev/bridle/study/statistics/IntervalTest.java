package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class IntervalTest {
  @Test
  void contains_endsAndInside_isTrue() {
    Interval interval = new Interval(1, 2);
    assertThat(interval.contains(1)).isTrue();
    assertThat(interval.contains(1.5)).isTrue();
    assertThat(interval.contains(2.1)).isFalse();
  }

  @Test
  void isWithin_endOnDelta_isFalse() {
    assertThat(new Interval(-0.5, 0.9).isWithin(1)).isTrue();
    assertThat(new Interval(-0.5, 1).isWithin(1)).isFalse();
    assertThat(new Interval(-1, 0.5).isWithin(1)).isFalse();
  }

  @Test
  void everything_isWithinNothingAndContainsAll() {
    assertThat(Interval.everything().isWithin(1e300)).isFalse();
    assertThat(Interval.everything().contains(-1e300)).isTrue();
    assertThat(Interval.everything().isBounded()).isFalse();
    assertThat(new Interval(0, 0).isBounded()).isTrue();
  }

  @Test
  void negated_swapsEndsAndKeepsZeroPositive() {
    assertThat(new Interval(0, 3).negated()).isEqualTo(new Interval(-3, 0.0));
    assertThat(new Interval(-1, 3).negated().negated()).isEqualTo(new Interval(-1, 3));
  }

  @Test
  void constructor_endsReversedOrNan_namesThem() {
    assertThatThrownBy(() -> new Interval(2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("interval [2.0, 1.0]: expected numbers with low <= high");
    assertThatThrownBy(() -> new Interval(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
