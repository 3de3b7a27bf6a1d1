package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GapsTest {
  private static final Ranking RANKING =
      Ranking.of(
          Tiny.study(
              Tiny.trained("none", "baseline", 0.99, 0.90),
              Tiny.trained("l2(1)", "better", 0.96, 0.93),
              Tiny.arm("l1(1)", "worse", 0.8),
              Tiny.lost("l2(1e30)")));

  @Test
  void rows_haveBothScores() {
    Gaps gaps = Gaps.of(RANKING, Tiny.ACCURACY).orElseThrow();
    assertThat(gaps.rows())
        .containsExactly(
            new Gaps.Row(
                "l2(1)",
                96,
                93,
                "93.0",
                List.of("train 96.0\u00a0%, score 93.0\u00a0%", "gap 3.0 points")),
            new Gaps.Row(
                "none",
                99,
                90,
                "90.0",
                List.of("train 99.0\u00a0%, score 90.0\u00a0%", "gap 9.0 points")));
    assertThat(gaps.baseline()).contains(90.0);
    assertThat(gaps.axis().max()).isLessThanOrEqualTo(100);
  }

  @Test
  void summary_comparesBaselineAndRival() {
    assertThat(Gaps.of(RANKING, Tiny.ACCURACY).orElseThrow().summary())
        .isEqualTo(
            "none: train 99.0\u00a0%, score 90.0\u00a0%, gap 9.0 points. l2(1): train 96.0\u00a0%, score 93.0\u00a0%,"
                + " gap 3.0 points.");
  }

  @Test
  void noTrainingScores_noChart() {
    assertThat(Gaps.of(Ranking.of(Tiny.study(Tiny.arm("none", "baseline", 0.9))), Tiny.ACCURACY))
        .isEmpty();
  }
}
