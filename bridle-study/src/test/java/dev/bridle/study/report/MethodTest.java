package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.report.Method.Entry;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.statistics.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MethodTest {
  @ParameterizedTest
  @EnumSource(Claim.class)
  void question_isThatOfTheClaim(Claim claim) {
    Question question = Question.of(claim.word());
    assertThat(question.text(Tiny.ACCURACY))
        .isEqualTo("Which recipe has the higher accuracy, " + claim.scope() + "?");
    assertThat(question.text(Tiny.RMSE)).startsWith("Which recipe has the lower RMSE, ");
    assertThat(question.varies()).startsWith("A replicate draws ");
  }

  @Test
  void rows_sayWhatEachIsFor() {
    assertThat(entry(Tiny.study(Tiny.arm("none", "baseline", 0.9)), "Rows"))
        .isEqualTo(
            "In each replicate 512 train, 128 tell early stopping when to stop, 160 score. 200 rows"
                + " (20\u00a0%) were held out of all this, for the last test.");
    assertThat(entry(SampleStudies.undecided(), "Rows"))
        .endsWith("No rows were held out for a last test.");
    assertThat(entry(SampleStudies.regression(), "Rows")).contains("2,000 others were held out");
  }

  @Test
  void corrections_areTwoSentences_andSayWhyIntervalsAreWider() {
    String text = entry(SampleStudies.classification(), "Many comparisons");
    assertThat(text.split("\\. ")).hasSize(2);
    assertThat(text)
        .contains(
            "m = 12 comparisons",
            "Holm's",
            "below 5\u00a0%",
            "1 − α/m = 99.6\u00a0%",
            "may include 0");
  }

  @Test
  void oneComparison_needsNoCorrection() {
    StudyReport study =
        Tiny.study(Tiny.arm("none", "baseline", 0.9), Tiny.arm("l2(1)", "better", 0.92));
    assertThat(entry(study, "Many comparisons")).startsWith("There is one comparison");
    assertThat(Method.levelOfIntervals(study.protocol())).isEqualTo("95\u00a0%");
  }

  @Test
  void delta_failures_andLimits_areSaid() {
    StudyReport study = SampleStudies.classification();
    assertThat(entry(study, "What matters"))
        .isEqualTo("A difference to none matters from δ = 1.0 points on.");
    assertThat(entry(study, "Verdicts")).contains("α = 5\u00a0%", "a 90\u00a0% interval within ±δ");
    assertThat(entry(study, "Failed runs")).contains("the worst score", "2 of 480 runs failed.");
    assertThat(entry(study, "Limits")).contains("one data set", "3,605 rows like these");
    assertThat(entry(study, "Replicates")).startsWith("5 replicates chose").contains("15 new ones");
  }

  @Test
  void exploratory_isSaid() {
    assertThat(entry(SampleStudies.exploratory(), "Replicates")).contains("claims nothing");
  }

  @Test
  void marks_identifyTheStudy() {
    StudyReport study = Tiny.study(Tiny.arm("none", "baseline", 0.9));
    assertThat(Method.of(study, Ranking.of(study), Tiny.ACCURACY).marks())
        .containsExactly(
            new Entry("Network", "dense(2)"),
            new Entry("Training plan", "sgd(0.1)"),
            new Entry("Updates", "400"),
            new Entry("Seed", "7"),
            new Entry("Plan hash", "abc"),
            new Entry("Versions", "Bridle 0.1, Java 17"));
  }

  private static String entry(StudyReport study, String term) {
    return Method.of(study, Ranking.of(study), Metric.of(study)).entries().stream()
        .filter(entry -> entry.term().equals(term))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
