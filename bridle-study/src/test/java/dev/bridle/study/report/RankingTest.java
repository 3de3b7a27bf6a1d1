package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.result.ArmReport;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RankingTest {
  private static final ArmReport NONE = Tiny.arm("none", "baseline", 0.90);
  private static final ArmReport GOOD = Tiny.arm("l2(1)", "better", 0.94);
  private static final ArmReport BAD = Tiny.arm("l1(1)", "worse", 0.80);
  private static final ArmReport LOST = Tiny.lost("l2(1e30)");

  @Test
  void best_comesFirst_lostLast() {
    assertThat(ranking(true, Optional.empty()).arms()).containsExactly(GOOD, NONE, BAD, LOST);
    assertThat(ranking(false, Optional.empty()).arms()).containsExactly(BAD, NONE, GOOD, LOST);
    assertThat(ranking(true, Optional.empty()).others()).containsExactly(GOOD, BAD, LOST);
  }

  @Test
  void rival_isTheRecommendedArm() {
    Ranking ranking = ranking(true, Optional.of("l1(1)"));
    assertThat(ranking.isRecommended(BAD)).isTrue();
    assertThat(ranking.isRecommended(GOOD)).isFalse();
    assertThat(ranking.rival()).contains(BAD);
  }

  @Test
  void rival_isTheBestOther_whereTheBaselineIsRecommended() {
    assertThat(ranking(true, Optional.of("none")).rival()).contains(GOOD);
    assertThat(ranking(true, Optional.of("not among them")).rival()).contains(GOOD);
  }

  @Test
  void baseline_isCalledNone_onlyIfItIs() {
    assertThat(ranking(true, Optional.empty()).baselineName()).isEqualTo("none");
    assertThat(Ranking.of(Tiny.study(Tiny.arm("l2(1)", "baseline", 0.9))).baselineName())
        .isEqualTo("the baseline");
  }

  private static Ranking ranking(boolean higherIsBetter, Optional<String> recommended) {
    return Ranking.of(
        Tiny.study(
            "accuracy",
            higherIsBetter,
            0.01,
            recommended.map(Tiny::recommendation),
            NONE,
            LOST,
            BAD,
            GOOD));
  }
}
