package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

final class PowerTest {
  static Stream<JsonNode> powers() {
    return Golden.rows("power");
  }

  @ParameterizedTest
  @MethodSource("powers")
  void of_asTheIntegral(JsonNode row) {
    double power =
        Power.of(
            row.get("n").intValue(),
            Golden.number(row, "effect"),
            Golden.number(row, "alpha"),
            Golden.number(row, "ratio"));
    assertThat(power).isCloseTo(Golden.number(row, "power"), within(1e-8));
  }

  /** The protocol's table, whose entries are within one unit of the last digit it prints. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.05, 0.40, 0.80, 0.95, 0.99, 1.00",
    "1, 0.005, 0.07, 0.38, 0.69, 0.88, 0.99",
    "1, 0.0025, 0.04, 0.26, 0.58, 0.82, 0.98",
    "0.5, 0.05, 0.14, 0.29, 0.44, 0.56, 0.76"
  })
  void of_table_asTheProtocol(
      double effect, double alpha, double p5, double p10, double p15, double p20, double p30) {
    double[] printed = {p5, p10, p15, p20, p30};
    int[] replicates = {5, 10, 15, 20, 30};
    for (int i = 0; i < printed.length; i++) {
      assertThat(Power.of(replicates[i], effect, alpha, 0)).isCloseTo(printed[i], within(0.01));
    }
  }

  @Test
  void of_noEffect_isAlpha() {
    assertThat(Power.of(7, 0, 0.05, 0.25)).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void of_negativeEffect_isThatOfThePositive() {
    assertThat(Power.of(7, -0.8, 0.05, 0)).isEqualTo(Power.of(7, 0.8, 0.05, 0));
  }

  @Test
  void of_infiniteEffect_isOne() {
    assertThat(Power.of(2, Double.POSITIVE_INFINITY, 0.05, 0)).isEqualTo(1);
  }

  /** What the protocol prints for 15 replicates and 13 comparisons. */
  @ParameterizedTest
  @CsvSource({"15, 0.25, 1.95", "15, 0.1111111111, 1.46", "15, 0, 0.89", "10000000, 0.25, 1.45"})
  void leastSignificantEffect_thirteenComparisons_asTheProtocol(int n, double ratio, double d) {
    assertThat(Power.leastSignificantEffect(n, 0.05 / 13, ratio)).isCloseTo(d, within(0.0051));
  }

  @Test
  void replicatesToDetect_isTheFirstWithEnoughPower() {
    int n = Power.replicatesToDetect(0.5, 0.05, 0).orElseThrow();
    assertThat(n).isEqualTo(34); // as printed in tables of the paired t-test, Cohen 1988
    assertThat(Power.of(n, 0.5, 0.05, 0)).isGreaterThanOrEqualTo(0.8);
    assertThat(Power.of(n - 1, 0.5, 0.05, 0)).isLessThan(0.8);
  }

  @Test
  void replicatesToDetect_belowTheFloorOfTheSplit_isNever() {
    // for 80/20 the shift stays below d / 0.5; it takes 1.96 + 0.84 = 2.80, so d = 1.40
    assertThat(Power.replicatesToDetect(1.39, 0.05, 0.25)).isEmpty();
    assertThat(Power.replicatesToDetect(1.42, 0.05, 0.25)).isPresent();
    assertThat(Power.replicatesToDetect(1.39, 0.05, 0)).isPresent();
  }

  @Test
  void replicatesToDetect_noEffect_isNever() {
    assertThat(Power.replicatesToDetect(0, 0.05, 0)).isEmpty();
    assertThat(Power.replicatesToDetect(Double.NaN, 0.05, 0)).isEmpty();
  }

  @Test
  void replicatesToEquate_isTheFirstThatFits() {
    int n = Power.replicatesToEquate(0, 1, 0.5, 0.05, 0).orElseThrow();
    // normal quantiles alone give (1.645 + 0.842)^2 / 0.25 = 24.7; Student's add a little
    assertThat(n).isBetween(25, 28);
    assertThat(Power.replicatesToEquate(0.5, 1, 0.5, 0.05, 0)).isEmpty();
    // (1.645 + 0.842) * 0.5 = 1.243 is the floor for 80/20
    assertThat(Power.replicatesToEquate(0, 1, 1.2, 0.05, 0.25)).isEmpty();
    assertThat(Power.replicatesToEquate(0, 1, 1.3, 0.05, 0.25)).isPresent();
  }

  @Test
  void of_oneReplicate_isRefused() {
    assertThatThrownBy(() -> Power.of(1, 1, 0.05, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replicates = 1: expected a whole number >= 2");
  }
}
