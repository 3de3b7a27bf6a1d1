package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pruning in a whole training, which is as short as small data make it: 31 updates. */
final class PruningTrainingTest {
  /** Kernels of 14, 35 and 10 numbers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "prune(0.5)",
        "prune(0.9)",
        "prune(0.5, from=0, until=1)",
        "prune(0.77, schedule=linear)",
        "prune(0.3, schedule=at-once)",
        "prune(0.5) + ema(0.9)",
        "prune(0.5) + batch-norm + swa(0)",
        "dropout(0.3) + prune(0.5) + l2(0.01)"
      })
  void training_endsWithExactlyTheShareOfZeros_inEachWeight(String recipe) {
    double sparsity =
        Recipe.parse(recipe).terms().stream()
            .filter(term -> term.name().equals("prune"))
            .mapToDouble(term -> term.number("sparsity"))
            .findFirst()
            .orElseThrow();
    for (TrainingPlan plan : List.of(Arms.MOMENTUM, Arms.ADAM)) {
      TrainingResult result = Arms.train(plan, Arms.replicate(0), recipes(recipe)).get(0);
      assertThat(zeros(result, "dense1.kernel")).isEqualTo((int) (sparsity * 14));
      assertThat(zeros(result, "dense2.kernel")).isEqualTo((int) (sparsity * 35));
      assertThat(zeros(result, "dense3.kernel")).isEqualTo((int) (sparsity * 10));
    }
  }

  /** Of 7, 5 and 2 units: whole rows. */
  @Test
  void byUnitNorm_wholeUnitsAreZero_biasesAreNot() {
    TrainingResult result =
        Arms.train(Arms.ADAM, Arms.replicate(0), recipes("prune(0.5, by=unit-norm)")).get(0);
    assertThat(zeroRows(result, "dense1.kernel", 2)).isEqualTo(3);
    assertThat(zeros(result, "dense1.kernel")).isEqualTo(6);
    assertThat(zeroRows(result, "dense2.kernel", 7)).isEqualTo(2);
    assertThat(zeroRows(result, "dense3.kernel", 5)).isEqualTo(1);
    assertThat(zeros(result, "dense1.bias")).isZero();
  }

  /** A direction of zeros has no length that could be divided by: nothing becomes NaN. */
  @Test
  void byUnitNorm_ofNormedWeights_staysFinite() {
    TrainingResult result =
        Arms.train(
                Arms.MOMENTUM,
                Arms.replicate(0),
                recipes("weight-norm + prune(0.5, by=unit-norm, from=0)"))
            .get(0);
    assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
    assertThat(Arrays.stream(result.network().values("dense1.kernel"))).allMatch(Double::isFinite);
    assertThat(zeroRows(result, "dense1.kernel", 2)).isEqualTo(3);
  }

  private static List<Recipe> recipes(String text) {
    return List.of(Recipe.parse(text));
  }

  private static int zeros(TrainingResult result, String weight) {
    return (int) Arrays.stream(result.network().values(weight)).filter(w -> w == 0).count();
  }

  private static int zeroRows(TrainingResult result, String weight, int width) {
    double[] values = result.network().values(weight);
    int zero = 0;
    for (int from = 0; from < values.length; from += width) {
      boolean all = Arrays.stream(values, from, from + width).allMatch(w -> w == 0);
      zero += all ? 1 : 0;
    }
    return zero;
  }
}
