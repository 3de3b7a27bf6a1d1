package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.StudyReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DifferencesTest {
  private static final ArmReport NONE = Tiny.arm("none", "baseline", 0.9);
  private static final ArmReport GOOD =
      Tiny.compared("l2(1)", "better", 0.02, List.of(0.01, 0.02, 0.03));
  private static final ArmReport OPEN =
      Tiny.compared("l1(1)", "undecided", 0.005, List.of(-0.01, 0.02));

  @Test
  void rows_areShownInPoints_theBestFirst() {
    Differences chart = chart(Tiny.study(NONE, OPEN, GOOD)).orElseThrow();
    assertThat(chart.rows()).extracting(Differences.Row::label).containsExactly("l2(1)", "l1(1)");
    Differences.Row row = chart.rows().get(0);
    assertThat(row.mean()).isEqualTo(2.0);
    assertThat(row.low()).contains(-2.0);
    assertThat(row.high()).contains(6.0);
    assertThat(row.dots()).containsExactly(1.0, 2.0, 3.0);
    assertThat(chart.delta()).isEqualTo(1.0);
    assertThat(chart.unit()).isEqualTo("difference in accuracy to none, points");
  }

  @Test
  void row_saysItsNumbers() {
    Differences chart = chart(Tiny.study(NONE, OPEN, GOOD)).orElseThrow();
    assertThat(chart.rows().get(0).lines())
        .containsExactly(
            "+2.0 points",
            "97.5\u00a0% interval −2.0 to +6.0",
            "adjusted p 0.030",
            "better in 80\u00a0% of the replicates");
  }

  @Test
  void summary_countsVerdicts_andNamesTheBest() {
    assertThat(chart(Tiny.study(NONE, OPEN, GOOD)).orElseThrow().summary())
        .isEqualTo(
            "Of 2 recipes beside none: 1 better, 1 undecided. The most favourable mean difference:"
                + " l2(1), +2.0 points (−2.0 to +6.0).");
  }

  @Test
  void axis_holdsTheBandOfDelta() {
    ArmReport equal = Tiny.compared("l2(1)", "undecided", 0.0001, List.of(0.0001));
    Axis axis = chart(Tiny.study(NONE, equal)).orElseThrow().axis();
    assertThat(axis.holds(-1.5)).isTrue();
    assertThat(axis.holds(1.5)).isTrue();
  }

  @Test
  void nothingCompared_noChart() {
    assertThat(chart(Tiny.study(NONE, Tiny.lost("l2(1e30)")))).isEmpty();
  }

  private static Optional<Differences> chart(StudyReport study) {
    return Differences.of(study, Ranking.of(study), Tiny.ACCURACY);
  }
}
