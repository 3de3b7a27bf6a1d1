package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Estimate;
import dev.bridle.study.result.StudyReport.Recommendation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AdviceTest {
  @Test
  void test_isShownWithInterval_andTheBaselineBesideIt() {
    Advice advice = advice(SampleStudies.estimate(0.93, 0.91, 0.95), 1);
    assertThat(advice.test()).isEqualTo("93.0\u00a0%");
    assertThat(advice.testNote()).isEqualTo("95\u00a0% interval 91.0 to 95.0");
    assertThat(advice.baseline()).isEqualTo("none on the same rows: 90.0\u00a0% (89.0 to 91.0)");
    assertThat(advice.opened()).isEqualTo("The 200 held-out rows were looked at once, for this.");
  }

  @Test
  void secondLook_isSaid() {
    assertThat(advice(SampleStudies.estimate(0.93, 0.91, 0.95), 2).opened())
        .isEqualTo(
            "The 200 held-out rows have now been looked at 2 times; each look makes them less of a"
                + " test.");
  }

  @Test
  void withoutTest_theReasonIsSaid() {
    StudyReport study =
        Tiny.study(
            "accuracy",
            true,
            0.01,
            Optional.of(Tiny.recommendation("none")),
            Tiny.arm("none", "baseline", 0.9));
    Advice advice = Advice.of(study, Ranking.of(study), Tiny.ACCURACY);
    assertThat(advice.test()).isEmpty();
    assertThat(advice.testNote()).isEqualTo("The held-out rows have not been looked at.");
    assertThat(advice.opened()).isEmpty();
  }

  @Test
  void nothingRecommended_isSaid() {
    StudyReport study = Tiny.study(Tiny.lost("none"));
    Advice advice = Advice.of(study, Ranking.of(study), Tiny.ACCURACY);
    assertThat(advice.recipe()).isEmpty();
    assertThat(advice.reason()).startsWith("No recipe can be recommended");
  }

  private static Advice advice(Estimate test, int opened) {
    Recommendation recommendation =
        new Recommendation(
            "l2(1)",
            "A reason.",
            Optional.of("best.onnx"),
            Optional.of(test),
            Optional.of(SampleStudies.estimate(0.90, 0.89, 0.91)),
            opened);
    StudyReport study =
        Tiny.study(
            "accuracy",
            true,
            0.01,
            Optional.of(recommendation),
            Tiny.arm("none", "baseline", 0.9),
            Tiny.arm("l2(1)", "better", 0.92));
    return Advice.of(study, Ranking.of(study), Tiny.ACCURACY);
  }
}
