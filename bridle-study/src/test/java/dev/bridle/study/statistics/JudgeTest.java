package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JudgeTest {
  private static final Arm NONE = Arm.of("none", 0.50, 0.60, 0.55, 0.65, 0.70);

  private static Comparison with(Claim claim, double delta, boolean higherIsBetter) {
    return new Comparison(claim, 0.05, delta, 1, higherIsBetter, 0.25, 7);
  }

  /** The arm whose differences to {@link #NONE} are these five. */
  private static Arm arm(double... differences) {
    double[] scores = new double[5];
    for (int r = 0; r < 5; r++) {
      scores[r] = NONE.scores().get(r) + differences[r];
    }
    return Arm.of("l2", scores);
  }

  private static Judgement judge(Comparison comparison, Arm arm) {
    return Judge.judge(comparison, NONE, List.of(arm)).get(1);
  }

  private static Contrast contrast(Judgement judgement) {
    return judgement.contrast().orElseThrow();
  }

  @Test
  void judge_largeSteadyGain_isBetter() {
    // mean 0.03, s = sqrt(0.00005), t = 0.03 / sqrt(0.00001) = 9.49 with 4 degrees: p = 0.0007
    Judgement judgement = judge(with(Claim.FRESH, 0.01, true), arm(0.02, 0.03, 0.04, 0.03, 0.03));
    assertThat(judgement.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(contrast(judgement).difference().mean()).isCloseTo(0.03, within(1e-12));
    assertThat(contrast(judgement).difference().low())
        .isCloseTo(0.03 - 2.776445105198 * Math.sqrt(1e-5), within(1e-9));
    assertThat(contrast(judgement).p()).isBetween(0.0006, 0.0008);
    assertThat(contrast(judgement).probabilityBetter().mean()).isEqualTo(1);
    assertThat(judgement.outlook()).isEqualTo(Outlook.decided());
  }

  @Test
  void judge_sameGainOfALoss_isWorseAndKeepsItsSign() {
    Judgement judgement = judge(with(Claim.FRESH, 0.01, false), arm(0.02, 0.03, 0.04, 0.03, 0.03));
    assertThat(judgement.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(contrast(judgement).difference().mean()).isCloseTo(0.03, within(1e-12));
    assertThat(contrast(judgement).probabilityBetter().mean()).isZero();
  }

  @Test
  void judge_significantAndWithinDelta_isNegligible() {
    // the 90 % interval is 0.03 +- 0.0067, inside 0.1; it is looked at before the rest
    assertThat(judge(with(Claim.FRESH, 0.1, true), arm(0.02, 0.03, 0.04, 0.03, 0.03)).verdict())
        .isEqualTo(Verdict.NEGLIGIBLE);
  }

  @Test
  void judge_significantButMeanBelowDelta_isUndecided() {
    // the 90 % interval ends at 0.0367, beyond 0.032; the mean stays below
    Judgement judgement = judge(with(Claim.FRESH, 0.032, true), arm(0.02, 0.03, 0.04, 0.03, 0.03));
    assertThat(contrast(judgement).adjustedP()).isLessThan(0.05);
    assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(judgement.outlook().more()).isPresent();
  }

  @Test
  void judge_smallAndNotSignificant_isNoPracticalDifference() {
    // mean 0, standard error 0.00707: the 90 % interval is +-0.0151
    assertThat(judge(with(Claim.FRESH, 0.05, true), arm(0.02, -0.02, 0.01, -0.01, 0)).verdict())
        .isEqualTo(Verdict.NO_PRACTICAL_DIFFERENCE);
  }

  @Test
  void judge_largeAndNoisy_isUndecidedWithAnOutlook() {
    Judgement judgement = judge(with(Claim.FRESH, 0.01, true), arm(0.05, -0.03, 0.04, -0.02, 0.06));
    assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(judgement.outlook().more()).isPresent();
  }

  @Test
  void judge_samples_isTimidAboutSharedRows() {
    // the factor is 1/5 + 1/4 instead of 1/5: t falls from 9.49 to 6.32
    Judgement samples = judge(with(Claim.SAMPLES, 0.01, true), arm(0.02, 0.03, 0.04, 0.03, 0.03));
    Judgement fresh = judge(with(Claim.FRESH, 0.01, true), arm(0.02, 0.03, 0.04, 0.03, 0.03));
    assertThat(contrast(samples).p()).isGreaterThan(4 * contrast(fresh).p());
    assertThat(samples.score().orElseThrow().high())
        .isGreaterThan(fresh.score().orElseThrow().high());
  }

  @Test
  void judge_fiveSeeds_canNeverBeBetter() {
    Judgement judgement = judge(with(Claim.SEEDS, 0.01, true), arm(0.02, 0.03, 0.04, 0.03, 0.03));
    assertThat(contrast(judgement).p()).isEqualTo(0.0625);
    assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(judgement.outlook().more()).hasValue(1);
  }

  @Test
  void judge_baseline_comesFirstWithItsScore() {
    Judgement judgement =
        Judge.judge(with(Claim.FRESH, 0.01, true), NONE, List.of(arm(0, 0, 0, 0, 0))).get(0);
    assertThat(judgement.arm()).isEqualTo("none");
    assertThat(judgement.verdict()).isEqualTo(Verdict.BASELINE);
    assertThat(judgement.score().orElseThrow().mean()).isCloseTo(0.6, within(1e-12));
    assertThat(judgement.contrast()).isEmpty();
  }

  @Test
  void judge_allZero_hasPOneAndNoNan() {
    Contrast contrast = contrast(judge(with(Claim.SAMPLES, 0.01, true), arm(0, 0, 0, 0, 0)));
    assertThat(contrast.p()).isEqualTo(1);
    assertThat(contrast.adjustedP()).isEqualTo(1);
    assertThat(contrast.effect()).isZero();
    assertThat(contrast.difference()).isEqualTo(new MeanInterval(0, new Interval(0, 0)));
    assertThat(contrast.probabilityBetter().mean()).isEqualTo(0.5);
    assertThat(contrast.signFlipP()).isEqualTo(1);
    assertThat(contrast.signedRankP()).isEqualTo(1);
  }

  @Test
  void judge_oneReplicate_cannotTell() {
    for (Claim claim : Claim.values()) {
      Judgement judgement =
          Judge.judge(with(claim, 0.01, true), Arm.of("none", 0.5), List.of(Arm.of("l2", 0.9)))
              .get(1);
      assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(contrast(judgement).p()).isEqualTo(1);
      assertThat(contrast(judgement).difference().interval()).isEqualTo(Interval.everything());
      assertThat(judgement.outlook().text()).startsWith("one replicate cannot tell");
    }
  }

  @Test
  void judge_severalArms_areHolmAdjustedOverThePlan() {
    Comparison comparison = new Comparison(Claim.FRESH, 0.05, 0.01, 4, true, 0, 7);
    Arm strong = arm(0.02, 0.03, 0.04, 0.03, 0.03);
    Arm weak = new Arm("dropout", arm(0.05, -0.03, 0.04, -0.02, 0.06).scores());
    List<Judgement> judgements = Judge.judge(comparison, NONE, List.of(weak, strong));
    assertThat(judgements).extracting(Judgement::arm).containsExactly("none", "dropout", "l2");
    Contrast second = contrast(judgements.get(2));
    assertThat(second.adjustedP()).isCloseTo(4 * second.p(), within(1e-15));
    Contrast first = contrast(judgements.get(1));
    assertThat(first.adjustedP()).isCloseTo(Math.min(1, 3 * first.p()), within(1e-15));
    // 1 - 0.05/4 = 0.9875: the quantile of 4 degrees at 0.00625 is 4.3147 (mpmath)
    assertThat(second.difference().high())
        .isCloseTo(0.03 + 4.3146616 * Math.sqrt(1e-5), within(1e-7));
  }

  @Test
  void judge_anotherArm_changesNothingButTheAdjustment() {
    Comparison comparison = new Comparison(Claim.SEEDS, 0.05, 0.01, 2, true, 0, 7);
    Arm arm = arm(0.05, -0.03, 0.04, -0.02, 0.06);
    Arm other = new Arm("dropout", arm(0.02, 0.03, 0.04, 0.03, 0.03).scores());
    Contrast alone = contrast(Judge.judge(comparison, NONE, List.of(arm)).get(1));
    Contrast beside = contrast(Judge.judge(comparison, NONE, List.of(other, arm)).get(2));
    assertThat(beside.difference()).isEqualTo(alone.difference());
    assertThat(beside.p()).isEqualTo(alone.p());
  }

  @Test
  void judge_moreArmsThanPlanned_isRefused() {
    Arm arm = arm(0, 0, 0, 0, 0);
    assertThatThrownBy(
            () ->
                Judge.judge(
                    with(Claim.FRESH, 0, true), NONE, List.of(arm, new Arm("l1", arm.scores()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 arms: expected at most 1, as planned");
  }

  @Test
  void judge_sameNameOrOtherLength_isRefused() {
    Comparison comparison = with(Claim.FRESH, 0, true);
    assertThatThrownBy(() -> Judge.judge(comparison, NONE, List.of(new Arm("none", NONE.scores()))))
        .hasMessage("arm \"none\": expected each name once");
    assertThatThrownBy(() -> Judge.judge(comparison, NONE, List.of(Arm.of("l2", 1, 2))))
        .hasMessage("arm \"l2\" has 2 replicates: expected as many as the baseline, 5");
    assertThatThrownBy(() -> Arm.of("l2")).hasMessage("scores of l2 = []: expected at least one");
  }
}
