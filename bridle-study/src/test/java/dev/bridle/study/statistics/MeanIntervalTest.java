package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MeanIntervalTest {
  @Test
  void of_twoScores_usesStudentWithOneDegree() {
    // mean 2, s = sqrt(2), standard error 1, quantile 12.70620473617471
    MeanInterval score = MeanInterval.of(List.of(1.0, 3.0));
    assertThat(score.mean()).isEqualTo(2);
    assertThat(score.low()).isCloseTo(2 - 12.70620473617471, within(1e-12));
    assertThat(score.high()).isCloseTo(2 + 12.70620473617471, within(1e-12));
  }

  @Test
  void of_sharedRows_isWider() {
    // the factor grows from 1/2 to 1/2 + 1/4, the interval by sqrt(1.5)
    MeanInterval score = MeanInterval.of(List.of(1.0, 3.0), 0.95, 0.25);
    assertThat(score.high()).isCloseTo(2 + 12.70620473617471 * Math.sqrt(1.5), within(1e-12));
  }

  @Test
  void of_oneScore_isTheWholeLine() {
    MeanInterval score = MeanInterval.of(List.of(0.75));
    assertThat(score.mean()).isEqualTo(0.75);
    assertThat(score.interval()).isEqualTo(Interval.everything());
  }

  @Test
  void of_noScore_isRefused() {
    assertThatThrownBy(() -> MeanInterval.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("differences = []: expected at least one number");
  }
}
