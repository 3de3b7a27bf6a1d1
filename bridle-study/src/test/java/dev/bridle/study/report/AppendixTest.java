package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.report.Appendix.Table;
import dev.bridle.study.result.StudyReport;
import org.junit.jupiter.api.Test;

final class AppendixTest {
  @Test
  void tables_areFull() {
    StudyReport study = SampleStudies.classification();
    Appendix appendix = Appendix.of(Ranking.of(study), Metric.of(study));
    assertThat(appendix.tables()).hasSize(3);
    assertThat(appendix.tables())
        .allSatisfy(
            table ->
                assertThat(table.rows())
                    .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.heads())));
  }

  @Test
  void strengths_tellWhichWasChosen() {
    StudyReport study =
        Tiny.study(
            Tiny.arm("none", "baseline", 0.9),
            Tiny.swept("l2", "better", 0.92, Tiny.strength(1, 0.92, true)));
    Table table = Appendix.of(Ranking.of(study), Tiny.ACCURACY).tables().get(0);
    assertThat(table.rows().get(0))
        .containsExactly("l2(1.0)", "92.0", "91.0 to 93.0", "94.0", "yes");
  }

  @Test
  void failedReplicate_isSaid() {
    StudyReport study = SampleStudies.failed();
    Table table = Appendix.of(Ranking.of(study), Tiny.ACCURACY).tables().get(0);
    assertThat(table.rows().get(0)).containsExactly("none", "failed", "failed");
  }
}
