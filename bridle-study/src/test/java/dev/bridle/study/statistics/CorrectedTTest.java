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

final class CorrectedTTest {
  static Stream<JsonNode> samples() {
    return Golden.rows("samples");
  }

  static Stream<JsonNode> tails() {
    return Golden.rows("t_tails");
  }

  static Stream<JsonNode> quantiles() {
    return Golden.rows("t_quantiles");
  }

  static Stream<PairedDifferences> many() {
    return Samples.many().filter(differences -> differences.mean() != 0);
  }

  @Test
  void of_fourDifferences_isTheFormula() {
    // mean 5, s^2 = 20/3, factor 1/4 + 1/4 = 1/2: standard error sqrt(10/3)
    CorrectedT t = CorrectedT.of(PairedDifferences.of(2, 4, 6, 8), 0.25);
    assertThat(t.standardError()).isCloseTo(Math.sqrt(10.0 / 3), within(1e-14));
    assertThat(t.statistic()).isCloseTo(5 / Math.sqrt(10.0 / 3), within(1e-14));
    assertThat(t.degreesOfFreedom()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void paired_asScipy(JsonNode row) {
    CorrectedT t = CorrectedT.paired(Golden.differences(row));
    assertThat(t.statistic()).isCloseTo(Golden.number(row, "t"), within(1e-10));
    assertThat(t.p()).isCloseTo(Golden.number(row, "t_p"), within(1e-12));
    Interval interval = t.interval(0.95);
    assertThat(interval.low()).isCloseTo(Golden.number(row, "t_low"), within(1e-9));
    assertThat(interval.high()).isCloseTo(Golden.number(row, "t_high"), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("tails")
  void p_asTheIntegral(JsonNode row) {
    CorrectedT t = new CorrectedT(row.get("df").intValue() + 1, -Golden.number(row, "t"), 1);
    double expected = Golden.number(row, "two_sided");
    assertThat(t.p()).isCloseTo(expected, within(1e-11 * expected));
  }

  @ParameterizedTest
  @MethodSource("quantiles")
  void interval_reachesTheQuantile(JsonNode row) {
    CorrectedT t = new CorrectedT(row.get("df").intValue() + 1, 0, 1);
    double expected = Golden.number(row, "quantile");
    assertThat(t.interval(1 - 2 * Golden.number(row, "upper")).high())
        .isCloseTo(expected, within(1e-9 * expected));
  }

  /** The p-values that the protocol prints, with three digits, for 80/20 and 90/10 splits. */
  @ParameterizedTest
  @CsvSource({
    "0.25, 1, 10, 0.125", "0.25, 1, 20, 0.084", "0.25, 1, 50, 0.060",
    "0.25, 1.5, 10, 0.032", "0.25, 1.5, 20, 0.013", "0.25, 1.5, 50, 0.006",
    "0.1111111111, 1, 10, 0.058", "0.1111111111, 1, 20, 0.022", "0.1111111111, 1, 50, 0.008"
  })
  void p_effectAndSplit_asTheProtocol(double ratio, double effect, int n, double printed) {
    assertThat(CorrectedT.of(Samples.withEffect(n, effect), ratio).p())
        .isCloseTo(printed, within(0.00051));
  }

  @Test
  void p_oneReplicate_cannotTell() {
    CorrectedT t = CorrectedT.of(PairedDifferences.of(0.3), 0.25);
    assertThat(t.p()).isEqualTo(1);
    assertThat(t.statistic()).isZero();
    assertThat(t.interval(0.95)).isEqualTo(Interval.everything());
  }

  @Test
  void p_allZero_isOne() {
    CorrectedT t = CorrectedT.paired(Samples.constant(8, 0));
    assertThat(t.p()).isEqualTo(1);
    assertThat(t.statistic()).isZero();
    assertThat(t.interval(0.95)).isEqualTo(new Interval(0, 0));
  }

  @Test
  void p_allTheSame_isThatOfTheSignTest() {
    CorrectedT t = CorrectedT.of(Samples.constant(5, -0.02), 0.25);
    assertThat(t.p()).isEqualTo(1.0 / 16);
    assertThat(t.statistic()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(t.interval(0.95).low()).isCloseTo(-0.02, within(1e-15));
    assertThat(t.interval(0.95).high()).isCloseTo(-0.02, within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("many")
  void interval_ofLevelOneMinusP_endsAtZero(PairedDifferences differences) {
    CorrectedT t = CorrectedT.of(differences, 0.25);
    Interval interval = t.interval(1 - t.p());
    double nearest = Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
    assertThat(nearest).isCloseTo(0, within(1e-7 * t.standardError()));
  }

  @ParameterizedTest
  @MethodSource("many")
  void p_largerRatio_isLarger(PairedDifferences differences) {
    assertThat(CorrectedT.of(differences, 0.25).p())
        .isGreaterThan(CorrectedT.paired(differences).p());
  }

  @Test
  void of_negativeRatio_isRefused() {
    assertThatThrownBy(() -> CorrectedT.of(PairedDifferences.of(1, 2), -0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scorePerTrain = -0.1: expected a finite number >= 0");
  }

  @Test
  void interval_levelOfOne_isRefused() {
    CorrectedT t = CorrectedT.paired(PairedDifferences.of(1, 2));
    assertThatThrownBy(() -> t.interval(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level = 1.0: expected a number in (0, 1)");
  }
}
