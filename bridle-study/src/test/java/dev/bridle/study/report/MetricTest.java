package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.result.ArmReport.Versus;
import dev.bridle.study.result.StudyReport.Estimate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricTest {
  @ParameterizedTest
  @CsvSource({
    "accuracy, 0.01, 1", "accuracy, 0.0476, 1", "accuracy, 0.001, 2", "rmse, 0.0139, 3",
    "rmse, 520, 0", "rmse, 5, 1", "auc, 0.01, 3", "log-loss, 1e-9, 6"
  })
  void decimals_giveDeltaTwoDigits(String name, double delta, int decimals) {
    assertThat(metric(name, delta).decimals()).isEqualTo(decimals);
  }

  @Test
  void decimals_withoutDelta_giveScoresFourDigits() {
    assertThat(metric("rmse", 0).decimals()).isEqualTo(4); // 0.9: 0.9000
    assertThat(metric("accuracy", 0).decimals()).isEqualTo(2); // 90.00\u00a0%
  }

  @Test
  void share_isShownInPercent() {
    assertThat(Tiny.ACCURACY.withUnit(0.9406)).isEqualTo("94.1\u00a0%");
    assertThat(Tiny.ACCURACY.difference(0.0188)).isEqualTo("+1.9");
    assertThat(Tiny.ACCURACY.differenceUnit()).isEqualTo(" points");
    assertThat(Tiny.ACCURACY.axis()).isEqualTo("accuracy, %");
  }

  @Test
  void error_isShownAsItIs() {
    assertThat(Tiny.RMSE.withUnit(1.2345)).isEqualTo("1.235");
    assertThat(Tiny.RMSE.difference(-0.17)).isEqualTo("−0.170");
    assertThat(Tiny.RMSE.axis()).isEqualTo("RMSE");
    assertThat(metric("rmse", 0.01).label()).isEqualTo("RMSE");
    assertThat(metric("my-metric", 0.01).label()).isEqualTo("my-metric");
  }

  @Test
  void interval_needsBothEnds() {
    Estimate half = new Estimate(0.9, Optional.of(0.8), Optional.empty());
    assertThat(Tiny.ACCURACY.sentence(half)).isEqualTo("90.0\u00a0%");
    assertThat(Tiny.ACCURACY.sentence(SampleStudies.estimate(0.9, 0.8, 0.95)))
        .isEqualTo("90.0\u00a0% (80.0 to 95.0)");
    Versus versus = new Versus(0.019, Optional.of(-0.002), Optional.of(0.04), 0.01, 0.03, 0.8);
    assertThat(Tiny.ACCURACY.sentence(versus)).isEqualTo("+1.9 points (−0.2 to +4.0)");
  }

  private static Metric metric(String name, double delta) {
    return Metric.of(
        Tiny.study(name, true, delta, Optional.empty(), Tiny.arm("none", "baseline", 0.9)));
  }
}
