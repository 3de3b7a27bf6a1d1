package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Architecture;
import dev.bridle.catalogue.Catalogue;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Learning rates that change: by the formula, for everything that follows them, and to the bit. */
final class SchedulesTest {
  /** Everything that sees the rate: proximal steps, decay, and members that leave on their way. */
  private static final String RECIPE =
      "l1(%s) + group-lasso(0.001) + weight-decay(0.1) + max-norm(2) + early-stopping(2)";

  static List<String> rules() {
    return Catalogue.declarations().stream()
        .filter(d -> d.kind() == Kind.UPDATE_RULE)
        .map(Declaration::name)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aloneOrTogether_isTheSameToTheBit(String rule) {
    for (String schedule :
        List.of("schedule cosine, warm-up 9", "schedule step(0.3, every=2)", "warm-up 100")) {
      List<Member> members = new ArrayList<>();
      for (double rate : new double[] {0.01, 0.03, 0.03, 0.002}) {
        TrainingPlan plan =
            TrainingPlan.parse(rule + "(" + rate + "), batch 13, updates 61, " + schedule);
        Recipe recipe = Recipe.parse(RECIPE.formatted(rate / 10));
        members.add(new Member(recipe, plan, Arms.replicate(members.size() % 2)));
      }
      List<TrainingResult> together = Arms.train(members);
      for (int k = 0; k < members.size(); k++) {
        TrainingResult alone = Arms.train(members.subList(k, k + 1)).get(0);
        PopulationLawsTest.assertSame(together.get(k), alone, rule + ", " + schedule + " " + k);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void factor1_changesNoBit(String rule) {
    TrainingResult plain = train(rule + "(0.01), batch 13, updates 31");
    for (String schedule : List.of("schedule constant", "schedule step(1, every=1)", "warm-up 1")) {
      TrainingResult scheduled = train(rule + "(0.01), batch 13, updates 31, " + schedule);
      PopulationLawsTest.assertSame(scheduled, plain, rule + ", " + schedule);
    }
  }

  /** One update at a quarter of the rate, powers of 2: thresholds, decay and steps, to the bit. */
  @ParameterizedTest
  @MethodSource("rules")
  void firstUpdateOfAWarmUp_isThatOfASmallerRate(String rule) {
    TrainingResult warm = train(rule + "(0.03125), batch 13, updates 1, warm-up 4");
    TrainingResult small = train(rule + "(0.0078125), batch 13, updates 1");
    PopulationLawsTest.assertSame(warm, small, rule);
    assertThat(PopulationLawsTest.state(warm))
        .isNotEqualTo(PopulationLawsTest.state(train(rule + "(0.03125), batch 13, updates 1")));
  }

  /** From where the rate is 0 on, nothing moves, decay and proximal steps included. */
  @ParameterizedTest
  @MethodSource("rules")
  void rate0_movesNothing(String rule) {
    TrainingResult whole = train(rule + "(0.01), batch 13, updates 12, schedule cosine(12)");
    TrainingResult longer = train(rule + "(0.01), batch 13, updates 31, schedule cosine(12)");
    assertThat(PopulationLawsTest.state(longer)).isEqualTo(PopulationLawsTest.state(whole));
  }

  /**
   * y = w x on x = -1, 1 with y = x, which scaling leaves alone: the gradient is 2 (w - 1), so that
   * every update multiplies w - 1 by 1 - 2 rate. Rates 0.25 x 1, 0.853553, 0.5, 0.146447.
   */
  @Test
  void sgd_followsTheRates_byHand() {
    double[] left = {0.5, 0.2866117, 0.2149588, 0.1992188};
    double start = error(1) / left[0];
    assertThat(Math.abs(start)).isGreaterThan(0.01);
    for (int updates = 2; updates <= 4; updates++) {
      assertThat(error(updates) / start).isCloseTo(left[updates - 1], within(1e-5));
    }
  }

  /** w - 1 after some updates. */
  private static double error(int updates) {
    float[] line = {-1, 1};
    Dataset rows = Dataset.regression(line, new int[] {1}, line, List.of("y"));
    TrainingPlan plan =
        TrainingPlan.parse("sgd(0.25), batch 2, schedule cosine(4), unscaled, updates " + updates);
    TrainingResult result =
        Trainer.train(
            Architecture.parse("none"), Recipe.none(), plan, new Split(rows, rows, rows), 3);
    return result.network().values("dense1.kernel")[0] - 1;
  }

  private static TrainingResult train(String plan) {
    Recipe recipe = Recipe.parse("l1(0.01) + group-lasso(0.02) + weight-decay(0.5)");
    return Arms.train(TrainingPlan.parse(plan), Arms.replicate(0), List.of(recipe)).get(0);
  }
}
