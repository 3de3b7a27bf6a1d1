package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

final class SignedRankTest {
  static Stream<JsonNode> samples() {
    return Golden.rows("samples");
  }

  static Stream<PairedDifferences> few() {
    return Samples.many().filter(differences -> differences.size() <= 12);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void of_asScipy(JsonNode row) {
    SignedRank test = SignedRank.of(Golden.differences(row));
    assertThat(test.statistic()).isEqualTo(Golden.number(row, "rank_statistic"));
    assertThat(test.p()).isCloseTo(Golden.number(row, "rank_p"), within(1e-12));
  }

  @Test
  void of_tiesAndZeros_byHand() {
    // zeros go; sizes 1, 1, 3 have ranks 1.5, 1.5, 3; the negative one is 1.5 of 6
    SignedRank test = SignedRank.of(PairedDifferences.of(0, 1, -1, 3, 0));
    assertThat(test.positive()).isEqualTo(4.5);
    assertThat(test.negative()).isEqualTo(1.5);
    assertThat(test.ranked()).isEqualTo(3);
    // sums of at most 1.5 are 0, 1.5 and 1.5: 2 * 3 / 8
    assertThat(test.p()).isEqualTo(0.75);
  }

  @ParameterizedTest
  @MethodSource("few")
  void p_fewDifferences_countsEverySigning(PairedDifferences differences) {
    double[] sizes = differences.values().stream().mapToDouble(Double::doubleValue).toArray();
    SignedRank observed = SignedRank.of(differences);
    long extreme = 0;
    for (int pattern = 0; pattern < 1 << sizes.length; pattern++) {
      double[] signed = sizes.clone();
      for (int i = 0; i < signed.length; i++) {
        signed[i] *= (pattern >> i & 1) == 0 ? 1 : -1;
      }
      double statistic = SignedRank.of(PairedDifferences.of(signed)).statistic();
      extreme += statistic <= observed.statistic() ? 1 : 0;
    }
    assertThat(observed.p()).isCloseTo(extreme / (double) (1L << sizes.length), within(1e-12));
  }

  @Test
  void p_allZero_isOne() {
    SignedRank test = SignedRank.of(Samples.constant(6, 0));
    assertThat(test.p()).isEqualTo(1);
    assertThat(test.ranked()).isZero();
  }

  @Test
  void p_fiveAlike_isTheLeastThereIs() {
    assertThat(SignedRank.of(PairedDifferences.of(1, 2, 3, 4, 5)).p()).isEqualTo(0.0625);
  }

  @Test
  void p_roundingBreaksTies_areStillTies() {
    PairedDifferences exact = PairedDifferences.of(0.02, -0.02, 0.04, 0.02, 0.06);
    PairedDifferences rounded =
        PairedDifferences.of(0.93 - 0.91, 0.91 - 0.93, 0.97 - 0.93, 0.95 - 0.93, 0.99 - 0.93);
    assertThat(SignedRank.of(rounded)).isEqualTo(SignedRank.of(exact));
  }
}
