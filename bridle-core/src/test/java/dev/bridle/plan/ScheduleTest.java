package dev.bridle.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScheduleTest {
  /** Two updates an epoch, eight in all. */
  private static final Budget BUDGET = new Budget(5, 2, 8);

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          constant => 1, 1, 1, 1, 1, 1, 1, 1
          step(0.5, every=1) => 1, 1, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125
          step(0.1, every=3) => 1, 1, 1, 1, 1, 1, 0.1, 0.1
          cosine => 1, 0.96194, 0.853553, 0.691342, 0.5, 0.308658, 0.146447, 0.03806
          cosine(4) => 1, 0.853553, 0.5, 0.146447, 0, 0, 0, 0
          """)
  void factor_isTheFormula(String text, String factors) {
    assertThat(factors(Schedule.parse(text))).containsExactly(numbers(factors), within(5e-7));
  }

  /** Quarters of a cosine of 8 updates: (1 + cos 0) / 2 / 4, (1 + cos(pi / 8)) / 2 * 2 / 4. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          constant => 0.25, 0.5, 0.75, 1, 1, 1, 1, 1
          step(0.5, every=1) => 0.25, 0.5, 0.375, 0.5, 0.25, 0.25, 0.125, 0.125
          cosine => 0.25, 0.48097, 0.640165, 0.691342, 0.5, 0.308658, 0.146447, 0.03806
          """)
  void warmUp_risesInEqualSteps_toTheFullRate(String text, String factors) {
    assertThat(factors(Schedule.parse(text).warmedUp(4)))
        .containsExactly(numbers(factors), within(5e-7));
  }

  @Test
  void warmUpOf0Or1_changesNoFactor() {
    Schedule cosine = Schedule.parse("cosine");
    assertThat(cosine.warmedUp(0)).isEqualTo(cosine);
    assertThat(factors(cosine.warmedUp(1))).isEqualTo(factors(cosine));
  }

  @Test
  void over_settlesTheLengthOnce() {
    Schedule settled = Schedule.parse("cosine").warmedUp(2).over(16);
    assertThat(settled).hasToString("cosine(16), warm-up 2");
    assertThat(settled.over(4)).isEqualTo(settled);
    assertThat(Schedule.constant().over(4)).isEqualTo(Schedule.constant());
    assertThat(settled.factor(8, BUDGET)).isCloseTo(0.5, within(1e-15)); // half of 16
  }

  @Test
  void factor_isBetween0And1_howeverLong() {
    Budget budget = new Budget(1, 1, TrainingPlan.MAX_COUNT);
    for (String text : new String[] {"constant", "step(0.9, every=7)", "cosine", "cosine(1)"}) {
      for (long update :
          new long[] {0, 1, 12345, TrainingPlan.MAX_COUNT - 1L, Long.MAX_VALUE - 1}) {
        assertThat(Schedule.parse(text).factor(update, budget)).as(text).isBetween(0.0, 1.0);
        assertThat(Schedule.parse(text).warmedUp(9).factor(update, budget)).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void numbersOutOfRange_areRefused() {
    assertThatThrownBy(() -> new Schedule.Steps(0, 1))
        .hasMessage("step = 0.0: expected a number in (0, 1]");
    assertThatThrownBy(() -> new Schedule.Steps(Double.NaN, 1))
        .hasMessage("step = NaN: expected a number in (0, 1]");
    assertThatThrownBy(() -> new Schedule.Steps(1, 0))
        .hasMessage("every = 0: expected a whole number from 1 to 1,000,000,000");
    assertThatThrownBy(() -> new Schedule.Cosine(OptionalInt.of(0)))
        .hasMessage("cosine = 0: expected a whole number from 1 to 1,000,000,000");
    assertThatThrownBy(() -> Schedule.constant().warmedUp(-1))
        .hasMessage("warm-up = -1: expected a whole number from 1 to 1,000,000,000");
    assertThatThrownBy(() -> Schedule.constant().warmedUp(2).warmedUp(3))
        .hasMessage("constant, warm-up 2: expected a schedule without a warm-up");
    assertThatThrownBy(() -> Schedule.parse("cosine, warm-up 3"))
        .hasMessage(
            "schedule \"cosine, warm-up 3\", position 7: found \",\", expected the end of the"
                + " text");
  }

  private static double[] factors(Schedule schedule) {
    return IntStream.range(0, 8).mapToDouble(t -> schedule.factor(t, BUDGET)).toArray();
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(", ")).mapToDouble(Double::parseDouble).toArray();
  }
}
