package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs that diverged: {@link Failures} and what {@link Judge} makes of them. */
final class FailuresTest {
  private static final double NAN = Double.NaN;
  private static final Arm NONE = new Arm("none", Collections.nCopies(10, 0.8));

  private static Comparison planned(int comparisons) {
    return new Comparison(Claim.FRESH, 0.05, 0.01, comparisons, true, 0, 7);
  }

  private static Arm failing(int failed) {
    double[] scores = new double[10];
    for (int r = 0; r < 10; r++) {
      scores[r] = r < failed ? (r % 2 == 0 ? NAN : Double.POSITIVE_INFINITY) : 0.9;
    }
    return Arm.of("dropout", scores);
  }

  private static Judgement judge(Arm baseline, Arm arm) {
    return Judge.judge(planned(1), baseline, List.of(arm)).get(1);
  }

  @Test
  void judge_failedRuns_takeTheWorstScoreOfTheStudy() {
    // eight differences of 0.1, two of 0.8 - 0.8: mean 0.08
    Judgement judgement = judge(NONE, failing(2));
    assertThat(judgement.contrast().orElseThrow().difference().mean())
        .isCloseTo(0.08, within(1e-12));
    assertThat(judgement.contrast().orElseThrow().probabilityBetter().mean()).isEqualTo(0.9);
    assertThat(judgement.score().orElseThrow().mean()).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void judge_worstOfAnyArm_isWhatCounts() {
    Arm poor = new Arm("l1", Collections.nCopies(10, 0.3));
    Judgement judgement = Judge.judge(planned(2), NONE, List.of(failing(2), poor)).get(1);
    // eight differences of 0.1, two of 0.3 - 0.8: mean (0.8 - 1.0) / 10
    assertThat(judgement.contrast().orElseThrow().difference().mean())
        .isCloseTo(-0.02, within(1e-12));
  }

  @Test
  void judge_lossMetric_takesTheHighest() {
    Comparison loss = new Comparison(Claim.FRESH, 0.05, 0.01, 1, false, 0, 7);
    Arm baseline = Arm.of("none", 1.0, 2.0, 1.0);
    Judgement judgement = Judge.judge(loss, baseline, List.of(Arm.of("l2", 0.5, 0.5, NAN))).get(1);
    // -0.5, -1.5 and 2.0 - 1.0
    assertThat(judgement.contrast().orElseThrow().difference().mean())
        .isCloseTo(-1.0 / 3, within(1e-12));
  }

  @Test
  void judge_twentyPercent_canStillBeRecommended() {
    Judgement judgement = judge(NONE, failing(2));
    assertThat(judgement.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(judgement.isRecommendable()).isTrue();
    assertThat(judgement.failures().rate()).isEqualTo(0.2);
  }

  @Test
  void judge_aboveTwentyPercent_isFailedWithItsNumbers() {
    Judgement judgement = judge(NONE, failing(3));
    assertThat(judgement.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(judgement.isRecommendable()).isFalse();
    assertThat(judgement.contrast()).isPresent();
  }

  @Test
  void differenceWithout_leavesOutTheFailures() {
    MeanInterval without = judge(NONE, failing(2)).failures().differenceWithout().orElseThrow();
    assertThat(without.mean()).isCloseTo(0.1, within(1e-12));
    assertThat(judge(NONE, failing(0)).failures().differenceWithout()).isEmpty();
  }

  @Test
  void differenceWithout_failuresOnBothSides_keepsPairs() {
    Arm baseline = Arm.of("none", NAN, 0.5, 0.6, 0.7, 0.8, 0.9);
    Arm arm = Arm.of("l2", 0.9, NAN, 0.7, 0.9, 0.9, 1.0);
    // pairs 0.1, 0.2, 0.1, 0.1
    assertThat(judge(baseline, arm).failures().differenceWithout().orElseThrow().mean())
        .isCloseTo(0.125, within(1e-12));
  }

  @Test
  void judge_everyRunFailed_hasNoNumbersAndCountsAmongTheComparisons() {
    Arm steady = Arm.of("l2", 0.9, 0.91, 0.89, 0.9, 0.92, 0.9, 0.88, 0.9, 0.9, 0.91);
    List<Judgement> judgements = Judge.judge(planned(2), NONE, List.of(failing(10), steady));
    assertThat(judgements.get(1).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(judgements.get(1).score()).isEmpty();
    assertThat(judgements.get(1).contrast()).isEmpty();
    assertThat(judgements.get(1).failures().differenceWithout()).isEmpty();
    Contrast other = judgements.get(2).contrast().orElseThrow();
    assertThat(other.adjustedP()).isCloseTo(2 * other.p(), within(1e-15));
    assertThat(judgements.get(2).verdict()).isEqualTo(Verdict.BETTER);
  }

  @Test
  void judge_everyRunOfTheBaselineFailed_saysSo() {
    Arm baseline = new Arm("none", Collections.nCopies(10, NAN));
    Judgement judgement = judge(baseline, failing(0));
    assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(judgement.outlook().text()).startsWith("the baseline failed in every replicate");
    assertThat(judgement.score()).isPresent();
  }

  @Test
  void judge_everyRunOfAllFailed_isNoError() {
    Arm baseline = new Arm("none", Collections.nCopies(10, NAN));
    List<Judgement> judgements = Judge.judge(planned(1), baseline, List.of(failing(10)));
    assertThat(judgements)
        .extracting(Judgement::verdict)
        .containsExactly(Verdict.BASELINE, Verdict.FAILED);
    assertThat(judgements.get(0).isRecommendable()).isFalse();
  }
}
