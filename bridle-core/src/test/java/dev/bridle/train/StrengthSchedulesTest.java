package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strengths that change from epoch to epoch. */
final class StrengthSchedulesTest {
  /**
   * Rows of zeros pull at no weight, so each update multiplies it by 1 - 2 * rate * lambda: lambda
   * 0.5, 1, 1.5 in the first epochs of two updates, then 2.
   */
  @Test
  void l2_byHand_eachEpochItsOwn() {
    double start = weight("none", 2);
    assertThat(start).isNotZero();
    double w = start;
    double[] lambdas = {0.5, 1, 1.5, 2, 2, 2};
    for (int epoch = 0; epoch < lambdas.length; epoch++) {
      w *= Math.pow(1 - 2 * 0.1 * lambdas[epoch], 2);
      assertThat(weight("l2(0.5->2 over 3)", 2 * (epoch + 1)))
          .as("after epoch " + epoch)
          .isCloseTo(w, within(1e-14));
    }
  }

  /** Down as well as up, to 0 at the end; the ledger says what the last epoch's strength is. */
  @Test
  void ledger_isThatOfTheLastEpoch() {
    TrainingResult result = zeros("l2(0.4->0 over 4)", 4); // two epochs: 0.4 and 0.3
    double w = result.network().values("dense1.kernel")[0];
    assertThat(result.ledger().of("l2")).isCloseTo(0.3 * w * w, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "l2(0.01->0.01 over 3); l2(0.01)",
        "dropout(0.3->0.3 over 5) + batch-norm; dropout(0.3) + batch-norm",
        "max-norm(0.5->0.5 over 2); max-norm(0.5)",
        "l1(0.001->0.001 over 1) + weight-decay(0.1); l1(0.001) + weight-decay(0.1)"
      })
  void constantSchedule_isThatNumber_toTheBit(String scheduled, String plain) {
    for (TrainingPlan plan : List.of(Arms.MOMENTUM, Arms.ADAM)) {
      PopulationLawsTest.assertSameNumbers(train(plan, scheduled), train(plan, plain), scheduled);
    }
  }

  /** With each epoch's strengths everything is bound anew: nothing else may change by that. */
  @ParameterizedTest
  @CsvSource({
    "dropout(0.3) + batch-norm, early-stopping(inf)",
    "max-norm(1.5x-init)@hidden, spectral-norm@hidden",
    "drop-connect(0.2) + mixup(0.3), ema(0.9)",
    "weight-noise(0.1) + swa(0.3), gradient-noise(0.01)"
  })
  void newStrengths_leaveAllElseAsItIs(String first, String second) {
    String rest = first + " + " + second;
    String changing = "max-norm(1e8->1e9 over 9)@output + " + rest;
    for (TrainingPlan plan : List.of(Arms.MOMENTUM, Arms.ADAM)) {
      PopulationLawsTest.assertSameNumbers(
          train(plan, changing), train(plan, "max-norm(1e8)@output + " + rest), changing);
    }
  }

  /** Rate 0 in the first epoch: as without dropout so far, and not after. */
  @Test
  void dropout_risesFromNothing() {
    TrainingPlan one = TrainingPlan.parse("adam(0.01), batch 13, updates 4");
    TrainingResult rising = train(one, "dropout(0->0.5 over 4)");
    assertThat(rising.history()).isEqualTo(train(one, "none").history());
    assertThat(train(Arms.ADAM, "dropout(0->0.5 over 4)").history().train().subList(1, 8))
        .isNotEqualTo(train(Arms.ADAM, "none").history().train().subList(1, 8));
  }

  private static TrainingResult train(TrainingPlan plan, String recipe) {
    return Arms.train(plan, Arms.replicate(0), List.of(Recipe.parse(recipe))).get(0);
  }

  private static double weight(String recipe, int updates) {
    return zeros(recipe, updates).network().values("dense1.kernel")[0];
  }

  /** A linear model of one weight on four rows of zeros, two a batch. */
  private static TrainingResult zeros(String recipe, int updates) {
    Dataset rows =
        Dataset.regression(new float[4], new int[] {1}, new float[] {1, 2, 3, 4}, List.of("y"));
    Member member =
        new Member(
            Recipe.parse(recipe),
            TrainingPlan.parse("sgd(0.1), batch 2, updates " + updates + ", unscaled"),
            Replicate.of(1, 0, new Split(rows, rows, rows)));
    return Trainer.train(
            Architecture.parse("none"), List.of(member), Precision.FLOAT64, TrainingListener.NONE)
        .get(0);
  }
}
