package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Band;
import dev.bridle.study.result.ArmReport.Curves;
import dev.bridle.study.result.StudyReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TidyTest {
  @Test
  void tidyStudy_staysAsItIs() {
    StudyReport study = SampleStudies.classification();
    StudyReport tidy = Tidy.of(study);
    assertThat(tidy.arms()).isEqualTo(study.arms());
    assertThat(tidy.data()).isEqualTo(study.data());
    assertThat(Tidy.of(tidy)).isEqualTo(tidy);
  }

  @Test
  void everyText_isTidy() {
    StudyReport study = Tidy.of(Renamed.of(SampleStudies.undecided(), name -> "a\u202Eb"));
    assertThat(study.toString()).doesNotContain("\u202E").contains("a\\u202Eb");
  }

  @Test
  void numberThatIsNotFinite_doesNotExist() {
    ArmReport arm = TidyArm.of(Tiny.arm("l2(1)", "better", Double.NaN));
    assertThat(arm.score()).isEmpty();
    ArmReport endless = TidyArm.of(Tiny.compared("l2(1)", "better", 1e300, List.of(0.1, 1e300)));
    assertThat(endless.versus()).isEmpty();
    assertThat(endless.differences()).containsExactly(Optional.of(0.1), Optional.empty());
  }

  @Test
  void curve_endsWhereOneOfItsLinesEnds() {
    Band band =
        new Band(
            List.of(1.0, 2.0, 3.0), List.of(1.0, 2.0, 3.0, 4.0), List.of(1.0, Double.NaN, 3.0));
    ArmReport arm = Tiny.learned("none", "baseline", 0.9, List.of(1.0), List.of(1.0));
    Curves curves = TidyArm.of(withCurves(arm, new Curves(band, band))).curves().orElseThrow();
    assertThat(curves.train().median()).containsExactly(1.0);
  }

  private static ArmReport withCurves(ArmReport a, Curves curves) {
    return new ArmReport(
        a.family(),
        a.name(),
        a.chosen(),
        a.verdict(),
        a.score(),
        a.trainScore(),
        a.validationScore(),
        a.gap(),
        a.logLoss(),
        a.calibrationError(),
        a.versus(),
        a.outlook(),
        a.scores(),
        a.differences(),
        a.strengths(),
        Optional.of(curves),
        a.reliability(),
        a.trials(),
        a.failed(),
        a.zeroFraction(),
        a.weightNorm(),
        a.seconds());
  }
}
