package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated studies: how often a verdict is wrong where the truth is known. */
final class LevelTest {
  private static final int DRAWS = 20_000;
  private static final int ARMS = 8;
  private static final int REPLICATES = 15;
  private static final double TEST_FRACTION = 0.2;
  private static final double RATIO = 0.25;

  /** The protocol's table: ten 80/20 resamples whose differences have the correlation rho. */
  @ParameterizedTest
  @CsvSource({"0, 0.05, 0.002", "0.1, 0.15, 0.017", "0.2, 0.26, 0.050", "0.3, 0.35, 0.097"})
  void correctedT_sameArms_alarmsAsTheProtocol(double rho, double naive, double corrected) {
    RandomStream stream = Key.of(31).at(Math.round(10 * rho)).stream();
    int naiveAlarms = 0;
    int correctedAlarms = 0;
    for (int study = 0; study < DRAWS; study++) {
      PairedDifferences differences = new PairedDifferences(correlated(stream, 10, rho));
      naiveAlarms += CorrectedT.paired(differences).p() < 0.05 ? 1 : 0;
      correctedAlarms += CorrectedT.of(differences, RATIO).p() < 0.05 ? 1 : 0;
    }
    assertThat(naiveAlarms / (double) DRAWS).isCloseTo(naive, within(slack(naive)));
    assertThat(correctedAlarms / (double) DRAWS).isCloseTo(corrected, within(slack(corrected)));
  }

  /** Four standard errors, and the rounding of what is printed. */
  private static double slack(double share) {
    double printed = share >= 0.1 || share == 0.05 ? 0.005 : 0.0005;
    return printed + 4 * Math.sqrt(share * (1 - share) / DRAWS);
  }

  @Test
  void correctedT_correlationIsTheTestFraction_holdsItsLevel() {
    RandomStream stream = Key.of(32).stream();
    int alarms = 0;
    int covered = 0;
    for (int study = 0; study < DRAWS; study++) {
      List<Double> values = correlated(stream, REPLICATES, TEST_FRACTION);
      CorrectedT t = CorrectedT.of(new PairedDifferences(values), RATIO);
      alarms += t.p() < 0.05 ? 1 : 0;
      covered += t.interval(0.9).contains(0) ? 1 : 0;
    }
    assertThat(alarms / (double) DRAWS).isCloseTo(0.05, within(0.0062));
    assertThat(covered / (double) DRAWS).isCloseTo(0.9, within(0.0085));
  }

  /** One recipe under nine names: any "better" or "worse" is a false alarm. */
  @ParameterizedTest
  @CsvSource({"SAMPLES, 200", "FRESH, 200", "SEEDS, 60"})
  void judge_sameRecipeManyTimes_seldomRaisesAnAlarm(Claim claim, int studies) {
    double rho = claim == Claim.SAMPLES ? TEST_FRACTION : 0;
    RandomStream stream = Key.of(33).at(claim.word()).stream();
    int alarms = 0;
    double better = 0;
    for (int study = 0; study < studies; study++) {
      List<Judgement> judgements = judge(claim, stream, rho, study);
      boolean alarm = judgements.stream().anyMatch(j -> isAlarm(j.verdict()));
      alarms += alarm ? 1 : 0;
      better += judgements.stream().skip(1).mapToDouble(LevelTest::share).sum();
    }
    double slack = 3 * Math.sqrt(0.05 * 0.95 / studies);
    assertThat(alarms / (double) studies).isLessThanOrEqualTo(0.05 + slack);
    // the shares of one study are alike, since they share its baseline
    assertThat(better / (ARMS * studies)).isCloseTo(0.5, within(1.2 / Math.sqrt(studies)));
  }

  private static List<Judgement> judge(Claim claim, RandomStream stream, double rho, int study) {
    Arm baseline = new Arm("none", correlated(stream, REPLICATES, rho));
    List<Arm> arms = new ArrayList<>();
    for (int i = 0; i < ARMS; i++) {
      arms.add(new Arm("arm " + i, correlated(stream, REPLICATES, rho)));
    }
    return Judge.judge(new Comparison(claim, 0.05, 0, ARMS, true, RATIO, study), baseline, arms);
  }

  private static boolean isAlarm(Verdict verdict) {
    return verdict == Verdict.BETTER || verdict == Verdict.WORSE;
  }

  private static double share(Judgement judgement) {
    return judgement.contrast().orElseThrow().probabilityBetter().mean();
  }

  @Test
  void judge_plantedEffect_isFound() {
    // a gain of 1.3 deviations where 0.89 is the least that is significant with 13 comparisons
    RandomStream stream = Key.of(34).stream();
    int found = 0;
    for (int study = 0; study < 200; study++) {
      Comparison comparison = new Comparison(Claim.FRESH, 0.05, 0.5, 13, false, 0, study);
      List<Double> baseline = Samples.normal(stream, REPLICATES, 0, 1);
      List<Double> scores = new ArrayList<>();
      for (double score : baseline) {
        scores.add(score - 1.3 + stream.nextGaussian());
      }
      List<Judgement> judgements =
          Judge.judge(comparison, new Arm("none", baseline), List.of(new Arm("l2", scores)));
      found += judgements.get(1).verdict() == Verdict.BETTER ? 1 : 0;
    }
    double power = Power.of(REPLICATES, 1.3, 0.05 / 13, 0);
    assertThat(found / 200.0).isCloseTo(power, within(4 * Math.sqrt(power * (1 - power) / 200)));
  }

  @Test
  void judge_nothingPlantedInSteadyScores_isNeverBetterOrWorse() {
    // differences of 0.002 where 0.01 matters
    RandomStream stream = Key.of(35).stream();
    int equal = 0;
    for (int study = 0; study < 200; study++) {
      Comparison comparison = new Comparison(Claim.SAMPLES, 0.05, 0.01, 1, true, RATIO, study);
      Arm baseline = new Arm("none", Samples.normal(stream, REPLICATES, 0.9, 0.002));
      Arm arm = new Arm("l2", Samples.normal(stream, REPLICATES, 0.9, 0.002));
      Verdict verdict = Judge.judge(comparison, baseline, List.of(arm)).get(1).verdict();
      assertThat(isAlarm(verdict)).isFalse();
      equal += verdict == Verdict.NO_PRACTICAL_DIFFERENCE ? 1 : 0;
    }
    assertThat(equal).isGreaterThanOrEqualTo(190);
  }

  /** Normal numbers of variance 1, any two of which have the correlation rho. */
  private static List<Double> correlated(RandomStream stream, int n, double rho) {
    double common = Math.sqrt(rho) * stream.nextGaussian();
    return Samples.normal(stream, n, common, Math.sqrt(1 - rho));
  }
}
