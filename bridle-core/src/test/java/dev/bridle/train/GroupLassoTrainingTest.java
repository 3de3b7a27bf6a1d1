package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.testing.Draw;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a group lasso is for: of six inputs the first three are useful, the others are not. */
final class GroupLassoTrainingTest {
  private static final int INPUTS = 6;
  private static final int USEFUL = 3;
  private static final int UNITS = 8;
  private static final Architecture NETWORK = Architecture.parse("dense(8) tanh");
  private static final Split DATA = new Split(rows(150, 1), rows(25, 2), rows(25, 3));

  /** The output's weights must not grow for what those of the inputs lose. */
  private static final String OUTPUT = " + l2(0.01)@output";

  @ParameterizedTest
  @ValueSource(strings = {"sgd(0.1)", "momentum(0.02)", "nesterov(0.02)", "adam(0.01)"})
  void byInput_uselessFeaturesBecomeExactly0_usefulOnesDoNot(String rule) {
    double[] kernel = trained("group-lasso(0.03, by=input)@dense1" + OUTPUT, rule);
    assertThat(IntStream.range(0, INPUTS).filter(i -> isZero(kernel, i, INPUTS, UNITS)).boxed())
        .containsExactly(3, 4, 5);
  }

  @Test
  void byUnit_someUnitsBecomeExactly0_othersAreWhole() {
    double[] kernel = trained("group-lasso(0.03)@dense1" + OUTPUT, "momentum(0.02)");
    long gone =
        IntStream.range(0, UNITS).filter(u -> isZero(kernel, u * INPUTS, 1, INPUTS)).count();
    assertThat(gone).isBetween(1L, UNITS - 1L);
    long zeros = IntStream.range(0, kernel.length).filter(i -> kernel[i] == 0).count();
    assertThat(zeros).isEqualTo(gone * INPUTS);
  }

  /** Zeros of both kinds: whole units, and single weights of those that are left. */
  @Test
  void byUnit_sparse_hasZerosInUnitsThatAreLeft() {
    double[] kernel = trained("group-lasso(0.03, sparse=0.5)@dense1" + OUTPUT, "momentum(0.02)");
    long gone =
        IntStream.range(0, UNITS).filter(u -> isZero(kernel, u * INPUTS, 1, INPUTS)).count();
    assertThat(gone).isBetween(1L, UNITS - 1L);
    long zeros = IntStream.range(0, kernel.length).filter(i -> kernel[i] == 0).count();
    assertThat(zeros).isGreaterThan(gone * INPUTS);
  }

  @Test
  void byLayer_aLayerBecomesExactly0() {
    double[] kernel = trained("group-lasso(1, by=layer)@dense1" + OUTPUT, "momentum(0.02)");
    assertThat(kernel).containsOnly(0);
  }

  @Test
  void matrixPenalty_onABias_isRefusedBeforeTraining() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trained("orthogonal(0.1)@all", "momentum(0.02)"))
        .withMessageStartingWith("orthogonal on dense1.bias [8]: expected a matrix");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trained("spectral-penalty(0.1)@bias", "momentum(0.02)"))
        .withMessageStartingWith("spectral-penalty on dense1.bias [8]: expected a matrix");
  }

  /**
   * \( \tanh(2 x_0) - x_1 + \tanh(x_1 + x_2) \), every row twice: the second time with the useless
   * inputs of the other sign, so that not even by chance do they go along with the target.
   */
  private static Dataset rows(int pairs, long seed) {
    double[] x = Draw.of(seed).normals(pairs * INPUTS);
    float[] inputs = new float[2 * x.length];
    float[] targets = new float[2 * pairs];
    for (int i = 0; i < x.length; i++) {
      inputs[i] = (float) x[i];
      inputs[x.length + i] = (float) (i % INPUTS < USEFUL ? x[i] : -x[i]);
    }
    for (int row = 0; row < targets.length; row++) {
      int first = row * INPUTS;
      double bent = Math.tanh(2 * inputs[first]) + Math.tanh(inputs[first + 1] + inputs[first + 2]);
      targets[row] = (float) (bent - inputs[first + 1]);
    }
    return Dataset.regression(inputs, new int[] {INPUTS}, targets, List.of("y"));
  }

  private static double[] trained(String recipe, String rule) {
    TrainingPlan plan = TrainingPlan.parse(rule + ", batch 300, updates 600");
    return Trainer.train(NETWORK, Recipe.parse(recipe), plan, DATA, 1)
        .network()
        .values("dense1.kernel");
  }

  private static boolean isZero(double[] kernel, int first, int apart, int count) {
    return IntStream.range(0, count).allMatch(i -> kernel[first + i * apart] == 0);
  }
}
