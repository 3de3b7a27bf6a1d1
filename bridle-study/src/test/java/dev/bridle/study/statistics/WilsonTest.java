package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

final class WilsonTest {
  static Stream<JsonNode> cases() {
    return Golden.rows("wilson");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void interval_asScipy(JsonNode row) {
    Interval interval =
        Wilson.interval(
            Golden.number(row, "successes"),
            row.get("trials").intValue(),
            Golden.number(row, "level"));
    assertThat(interval.low()).isCloseTo(Golden.number(row, "low"), within(1e-12));
    assertThat(interval.high()).isCloseTo(Golden.number(row, "high"), within(1e-12));
  }

  @Test
  void interval_halfASuccess_liesBetweenItsNeighbours() {
    double three = Wilson.interval(3, 10, 0.95).low();
    double half = Wilson.interval(3.5, 10, 0.95).low();
    double four = Wilson.interval(4, 10, 0.95).low();
    assertThat(half).isBetween(three, four);
  }

  @Test
  void interval_moreSuccessesThanTrials_isRefused() {
    assertThatThrownBy(() -> Wilson.interval(4, 3, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("successes = 4.0: expected a number in [0, 3]");
  }
}
