package dev.bridle.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.data.builtin.Moons;
import dev.bridle.metric.Metric;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.statistics.Arm;
import dev.bridle.study.statistics.Claim;
import dev.bridle.study.statistics.Comparison;
import dev.bridle.study.statistics.Judge;
import dev.bridle.study.statistics.Judgement;
import dev.bridle.study.statistics.Verdict;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.train.Member;
import dev.bridle.train.Replicate;
import dev.bridle.train.Trainer;
import dev.bridle.train.TrainingListener;
import dev.bridle.train.TrainingResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A/A studies: the same recipe under nine names, told apart by a salt alone, so that every verdict
 * is false. Real trainings, 1000 rows, a tiny network.
 */
@Tag("slow")
final class SameAgainstSameTest {
  private static final int STUDIES = 200;
  private static final int OTHERS = 8;
  private static final int REPLICATES = 10;
  private static final TrainingPlan PLAN = TrainingPlan.parse("adam(0.01), batch 32, updates 60");
  private static final Architecture NETWORK = Architecture.parse("dense(8) relu");

  @ParameterizedTest
  @EnumSource(Claim.class)
  void sameRecipeUnderNineNames_isSeldomCalledBetterOrWorse(Claim claim) {
    int withFalseVerdict = 0;
    double betterShare = 0;
    for (int study = 0; study < STUDIES; study++) {
      List<Judgement> judgements = judge(claim, Key.of(19).at(claim.word()).at(study));
      if (judgements.stream()
          .anyMatch(j -> j.verdict() == Verdict.BETTER || j.verdict() == Verdict.WORSE)) {
        withFalseVerdict++;
      }
      betterShare +=
          judgements.get(1).contrast().orElseThrow().probabilityBetter().mean() / STUDIES;
    }
    // 5 % and three standard errors of 200 studies
    assertThat((double) withFalseVerdict / STUDIES).isLessThanOrEqualTo(0.096);
    assertThat(betterShare).isBetween(0.45, 0.55);
  }

  private static List<Judgement> judge(Claim claim, Key key) {
    List<Member> members = new ArrayList<>();
    Dataset table = new Moons().draw(1000, key.at("table"));
    for (int arm = 0; arm <= OTHERS; arm++) {
      for (int r = 0; r < REPLICATES; r++) {
        Key replicate = key.at("replicate").at(r);
        Replicate plain = new Replicate(replicate, split(claim, table, key, replicate));
        members.add(new Member(Recipe.none(), PLAN, plain.salted("arm " + arm)));
      }
    }
    List<TrainingResult> results =
        Trainer.train(NETWORK, members, Precision.FLOAT32, TrainingListener.NONE);
    List<Arm> arms = new ArrayList<>();
    for (int arm = 0; arm <= OTHERS; arm++) {
      List<Double> scores =
          results.subList(arm * REPLICATES, (arm + 1) * REPLICATES).stream()
              .map(r -> r.test().get(Metric.LOG_LOSS))
              .toList();
      arms.add(new Arm("arm " + arm, scores));
    }
    Comparison comparison =
        new Comparison(claim, Comparison.ALPHA, 0, OTHERS, false, 0.25, key.bits());
    return Judge.judge(comparison, arms.get(0), arms.subList(1, arms.size()));
  }

  private static Split split(Claim claim, Dataset table, Key study, Key replicate) {
    if (claim == Claim.FRESH) {
      return new Moons().split(replicate);
    }
    Key of = claim == Claim.SEEDS ? study : replicate;
    int[] order = of.at("split").stream().permutation(table.size());
    return new Split(
        table.rows(Arrays.copyOfRange(order, 0, 800)),
        table.rows(),
        table.rows(Arrays.copyOfRange(order, 800, 1000)));
  }
}
