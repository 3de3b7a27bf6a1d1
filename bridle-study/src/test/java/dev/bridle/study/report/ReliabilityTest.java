package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Bin;
import org.junit.jupiter.api.Test;

final class ReliabilityTest {
  private static final ArmReport NONE =
      Tiny.calibrated("none", "baseline", 0.9, new Bin(0.6, 0.45, 25), new Bin(0.9, 0.8, 75));
  private static final ArmReport BETTER =
      Tiny.calibrated("l2(1)", "better", 0.93, new Bin(0.7, 0.7, 100));
  private static final ArmReport THIRD =
      Tiny.calibrated("l1(1)", "worse", 0.8, new Bin(0.5, 0.1, 100));

  @Test
  void baseline_andRival_areShown_noOther() {
    Reliability diagram = diagram(NONE, BETTER, THIRD);
    assertThat(diagram.arms()).extracting(Reliability.Line::label).containsExactly("none", "l2(1)");
    assertThat(diagram.arms().get(0).points().get(0))
        .isEqualTo(
            new Reliability.Point(
                0.6,
                0.45,
                0.25,
                "25 predictions with a mean confidence of 60\u00a0%: 45\u00a0% right"));
    assertThat(diagram.summary()).isEqualTo("Expected calibration error: none 0.050; l2(1) 0.050.");
  }

  @Test
  void axes_beginBelowTheLowestPoint() {
    assertThat(diagram(NONE, BETTER).from()).isEqualTo(0.4);
    assertThat(diagram(BETTER).from()).isEqualTo(0.6);
  }

  @Test
  void noBins_noDiagram() {
    assertThat(Reliability.of(Ranking.of(Tiny.study(Tiny.arm("none", "baseline", 1))))).isEmpty();
  }

  private static Reliability diagram(ArmReport... arms) {
    return Reliability.of(Ranking.of(Tiny.study(arms))).orElseThrow();
  }
}
