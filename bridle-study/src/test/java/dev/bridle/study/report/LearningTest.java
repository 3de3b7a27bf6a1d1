package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.result.ArmReport;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class LearningTest {
  private static final ArmReport NONE =
      Tiny.learned("none", "baseline", 0.9, List.of(0.9, 0.4, 0.2), List.of(0.9, 0.5, 0.7));
  private static final ArmReport BETTER =
      Tiny.learned("l2(1)", "better", 0.92, List.of(0.9, 0.6), List.of(0.9, 0.4));

  @Test
  void baseline_andTheBestOther_areShownFirst() {
    Learning learning = learning(NONE, BETTER, Tiny.arm("l1(1)", "worse", 0.8));
    assertThat(learning.arms()).extracting(Learning.Lines::label).containsExactly("l2(1)", "none");
    assertThat(learning.baseline()).isEqualTo(1);
    assertThat(learning.rival()).isZero();
    assertThat(learning.epochs()).isEqualTo(3);
  }

  @Test
  void curves_areCountedFromEpochOne() {
    Learning.Line line = learning(NONE, BETTER).arms().get(1).validation();
    assertThat(line.epochs()).containsExactly(1, 2, 3);
    assertThat(line.low()).containsExactly(0.8, 0.4, 0.6);
    assertThat(line.median()).containsExactly(0.9, 0.5, 0.7);
    assertThat(line.high()).containsExactly(1.0, 0.6, 0.8);
  }

  @Test
  void summary_namesTheLowestLoss() {
    assertThat(learning(NONE, BETTER).arms().get(1).summary())
        .isEqualTo(
            "none: validation loss 0.500 at its lowest (epoch 2), 0.700 at the end; training loss"
                + " 0.200 at the end.");
  }

  @Test
  void longCurve_isThinned_butKeepsItsEnds() {
    List<Double> long4000 = DoubleStream.iterate(1, v -> v * 0.999).limit(4000).boxed().toList();
    Learning.Line line =
        learning(Tiny.learned("none", "baseline", 0.9, long4000, long4000)).arms().get(0).train();
    assertThat(line.epochs()).hasSize(200).startsWith(1).endsWith(4000).isSorted();
    assertThat(line.median()).hasSize(200);
  }

  @Test
  void veryFirstEpochs_doNotSetTheAxis() {
    List<Double> losses = new java.util.ArrayList<>(Collections.nCopies(40, 0.5));
    losses.set(0, 80.0);
    assertThat(learning(Tiny.learned("none", "baseline", 0.9, losses, losses)).axis().max())
        .isLessThan(1);
  }

  @Test
  void noCurves_noChart() {
    assertThat(Learning.of(Ranking.of(Tiny.study(Tiny.arm("none", "baseline", 0.9))))).isEmpty();
  }

  private static Learning learning(ArmReport... arms) {
    return Learning.of(Ranking.of(Tiny.study(arms))).orElseThrow();
  }
}
