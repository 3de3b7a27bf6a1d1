package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Key;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

final class SignFlipTest {
  private static final Key KEY = Key.of(3);

  static Stream<PairedDifferences> few() {
    return Samples.many().filter(differences -> differences.size() <= 14);
  }

  static Stream<JsonNode> samples() {
    return Golden.rows("samples").filter(row -> row.has("flip_p"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void p_asScipy(JsonNode row) {
    assertThat(SignFlip.of(Golden.differences(row), KEY).p())
        .isEqualTo(Golden.number(row, "flip_p"));
  }

  @Test
  void of_threeDifferences_countsByHand() {
    // |sum| of +-1 +-2 +-4: 7, 5, 3, 1, each twice; ours is |-1 + 2 + 4| = 5
    SignFlip test = SignFlip.of(PairedDifferences.of(-1, 2, 4), KEY);
    assertThat(test).isEqualTo(new SignFlip(4, 8, true));
    assertThat(test.p()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @MethodSource("few")
  void of_fewDifferences_asOneByOne(PairedDifferences differences) {
    assertThat(SignFlip.of(differences, KEY))
        .isEqualTo(new SignFlip(oneByOne(differences), 1L << differences.size(), true));
  }

  /** Every sign pattern in turn, in whole numbers: each sample is a multiple of a millionth. */
  private static long oneByOne(PairedDifferences differences) {
    long[] units =
        differences.values().stream().mapToLong(value -> Math.round(value * 1e6)).toArray();
    long observed = Math.abs(Arrays.stream(units).sum());
    long count = 0;
    for (int pattern = 0; pattern < 1 << units.length; pattern++) {
      long sum = 0;
      for (int i = 0; i < units.length; i++) {
        sum += (pattern >> i & 1) == 0 ? units[i] : -units[i];
      }
      count += Math.abs(sum) >= observed ? 1 : 0;
    }
    return count;
  }

  @ParameterizedTest
  @CsvSource({"5, 0.0625", "10, 0.001953125", "15, 6.103515625e-5", "20, 1.9073486328125e-6"})
  void p_allPositive_isTheLeastThereIs(int n, double least) {
    assertThat(SignFlip.of(Samples.withEffect(n, 100), KEY).p()).isEqualTo(least);
  }

  @Test
  void p_allZero_isOne() {
    assertThat(SignFlip.of(Samples.constant(7, 0), KEY).p()).isEqualTo(1);
    assertThat(SignFlip.of(Samples.constant(30, 0), KEY).p()).isEqualTo(1);
  }

  @Test
  void p_oneReplicate_isOne() {
    assertThat(SignFlip.of(PairedDifferences.of(0.4), KEY).p()).isEqualTo(1);
  }

  @Test
  void p_tiesUpToRounding_areTies() {
    // like 1, 2, -3 and 1, 2, 3, 6; but 0.1 + 0.2 - 0.3 is not 0, nor 0.1 + 0.2 + 0.3 - 0.6
    assertThat(SignFlip.of(PairedDifferences.of(0.1, 0.2, -0.3), KEY).p()).isEqualTo(1);
    assertThat(SignFlip.of(PairedDifferences.of(0.6, 0.1, -0.2, -0.3), KEY))
        .isEqualTo(SignFlip.of(PairedDifferences.of(6, 1, -2, -3), KEY));
  }

  @Test
  void p_manyDifferences_isNearStudents() {
    // n = 60 normal differences: both tests estimate the same p, here to 0.01
    PairedDifferences differences =
        new PairedDifferences(Samples.normal(Key.of(8).stream(), 60, 0.25, 1));
    SignFlip test = SignFlip.of(differences, KEY);
    assertThat(test.exact()).isFalse();
    assertThat(test.ways()).isEqualTo(100_001);
    assertThat(test.p()).isCloseTo(CorrectedT.paired(differences).p(), within(0.01));
  }

  @Test
  void p_drawn_neverZeroAndSameForSameKey() {
    PairedDifferences differences = Samples.withEffect(70, 5);
    assertThat(SignFlip.of(differences, KEY).p()).isEqualTo(1 / 100_001.0);
    PairedDifferences weak = Samples.withEffect(70, 0.1);
    assertThat(SignFlip.of(weak, KEY)).isEqualTo(SignFlip.of(weak, KEY));
    assertThat(SignFlip.of(weak, KEY)).isNotEqualTo(SignFlip.of(weak, Key.of(4)));
  }

  /** The protocol's table: the least n for Holm at 0.05. */
  @ParameterizedTest
  @CsvSource({"1, 6", "5, 8", "10, 9", "20, 10", "50, 11"})
  void leastReplicates_asTheProtocol(int comparisons, int least) {
    assertThat(SignFlip.leastReplicates(0.05, comparisons)).isEqualTo(least);
  }
}
