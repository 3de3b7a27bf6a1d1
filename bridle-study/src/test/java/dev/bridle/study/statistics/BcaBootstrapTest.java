package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Key;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

final class BcaBootstrapTest {
  private static final Key KEY = Key.of(5);

  static Stream<JsonNode> ideal() {
    return Golden.rows("bca_ideal");
  }

  static Stream<JsonNode> samples() {
    return Golden.rows("samples");
  }

  @ParameterizedTest
  @MethodSource("ideal")
  void interval_ofAllResamples_isTheFormula(JsonNode row) {
    PairedDifferences differences = Golden.differences(row);
    Interval interval =
        BcaBootstrap.ofMeans(differences, allMeans(differences))
            .interval(Golden.number(row, "level"));
    assertThat(interval.low()).isCloseTo(Golden.number(row, "low"), within(1e-9));
    assertThat(interval.high()).isCloseTo(Golden.number(row, "high"), within(1e-9));
  }

  /** The means of all n^n resamples: the digits of a number in base n say which are drawn. */
  private static double[] allMeans(PairedDifferences differences) {
    int n = differences.size();
    double[] means = new double[(int) Math.pow(n, n)];
    for (int number = 0; number < means.length; number++) {
      double sum = 0;
      for (int rest = number, i = 0; i < n; i++, rest /= n) {
        sum += differences.values().get(rest % n);
      }
      means[number] = sum / n;
    }
    return means;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void interval_asScipyWithinDraws(JsonNode row) {
    // an end of 20,000 draws has a standard error of about 2 % of the mean's
    double slack = 0.25 * Golden.number(row, "bca_error");
    Interval interval = BcaBootstrap.of(Golden.differences(row), KEY).interval(0.95);
    assertThat(interval.low()).isCloseTo(Golden.number(row, "bca_low"), within(slack));
    assertThat(interval.high()).isCloseTo(Golden.number(row, "bca_high"), within(slack));
  }

  @Test
  void interval_sameKey_isTheSame() {
    PairedDifferences differences = Samples.withEffect(12, 0.3);
    Interval first = BcaBootstrap.of(differences, KEY).interval(0.95);
    assertThat(BcaBootstrap.of(differences, KEY).interval(0.95)).isEqualTo(first);
    assertThat(BcaBootstrap.of(differences, Key.of(6)).interval(0.95)).isNotEqualTo(first);
  }

  @Test
  void interval_orderAndSwap_leaveItOrMirrorIt() {
    PairedDifferences differences = PairedDifferences.of(0.5, 0.1, 0.2, 4.0, -0.3, 0.7);
    Interval interval = BcaBootstrap.of(differences, KEY).interval(0.95);
    assertThat(BcaBootstrap.of(Samples.shuffled(differences), KEY).interval(0.95))
        .isEqualTo(interval);
    assertThat(BcaBootstrap.of(differences.negated(), KEY).interval(0.95))
        .isEqualTo(interval.negated());
  }

  @Test
  void interval_higherLevel_isWider() {
    BcaBootstrap bootstrap = BcaBootstrap.of(Samples.withEffect(15, 0.5), KEY);
    Interval narrow = bootstrap.interval(0.9);
    Interval wide = bootstrap.interval(0.996);
    assertThat(wide.low()).isLessThan(narrow.low());
    assertThat(wide.high()).isGreaterThan(narrow.high());
  }

  @Test
  void interval_skewedToTheRight_reachesFartherRight() {
    PairedDifferences differences = PairedDifferences.of(0, 0, 0, 0.1, 0.1, 0.2, 0.2, 0.3, 0.5, 3);
    Interval interval = BcaBootstrap.of(differences, KEY).interval(0.95);
    assertThat(interval.high() - differences.mean())
        .isGreaterThan(1.5 * (differences.mean() - interval.low()));
  }

  @Test
  void interval_oneOutlierAtExtremeLevel_isFinite() {
    double[] values = new double[15];
    values[3] = 1;
    Interval interval = BcaBootstrap.of(PairedDifferences.of(values), KEY).interval(1 - 1e-12);
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isBetween(1.0 / 15, 1.0);
  }

  @Test
  void interval_oneReplicate_isTheWholeLine() {
    assertThat(BcaBootstrap.of(PairedDifferences.of(0.2), KEY).interval(0.95))
        .isEqualTo(Interval.everything());
  }

  @Test
  void interval_allTheSame_isThatPoint() {
    assertThat(BcaBootstrap.of(Samples.constant(6, 0), KEY).interval(0.95))
        .isEqualTo(new Interval(0, 0));
    assertThat(BcaBootstrap.of(Samples.constant(6, -0.25), KEY).interval(0.95))
        .isEqualTo(new Interval(-0.25, -0.25));
  }

  @Test
  void interval_twoReplicates_liesBetweenThem() {
    Interval interval = BcaBootstrap.of(PairedDifferences.of(1, 3), KEY).interval(0.95);
    assertThat(interval).isEqualTo(new Interval(1, 3));
  }
}
