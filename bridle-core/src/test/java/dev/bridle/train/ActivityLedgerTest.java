package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import dev.bridle.testing.Draw;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Penalties on activations in the ledger: means over the training rows, computed by hand. */
final class ActivityLedgerTest {
  /** More than one piece of evaluation, and the last not whole. */
  private static final int ROWS = 700;

  private static final float[] INPUTS = floats(Draw.of(31).normals(ROWS * 2));

  private static float[] floats(double... numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  @ParameterizedTest
  @ValueSource(strings = {"activity-l2", "activity-l1"})
  void hiddenActivations_byHand(String name) {
    TrainingResult result = train(name + "(0.1)", 60);
    double sum = 0;
    for (double a : hidden(result)) {
      sum += name.equals("activity-l2") ? a * a : Math.abs(a);
    }
    assertThat(result.ledger().lines()).hasSize(1);
    assertThat(result.ledger().lines().get(0).weight()).isEqualTo("dense1");
    assertThat(result.ledger().of(name)).isCloseTo(0.1 * sum / ROWS, within(1e-10));
  }

  /** dropout stands behind the penalty and is not live in the ledger. */
  @Test
  void dropout_doesNotTouchIt() {
    TrainingResult result = train("dropout(0.5) + activity-l2(0.1)", 60);
    double sum = 0;
    for (double a : hidden(result)) {
      sum += a * a;
    }
    assertThat(result.ledger().of("activity-l2")).isCloseTo(0.1 * sum / ROWS, within(1e-10));
  }

  /** For a tanh: the mean of sum (1 - a^2)^2 ||W||^2. */
  @Test
  void contractive_byHand() {
    TrainingResult result = train("contractive(0.1)", 60);
    double[] kernel = result.network().values("dense1.kernel");
    double[] a = hidden(result);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      int unit = i % 3;
      double squares = Math.pow(kernel[2 * unit], 2) + Math.pow(kernel[2 * unit + 1], 2);
      sum += Math.pow(1 - a[i] * a[i], 2) * squares;
    }
    assertThat(result.ledger().of("contractive")).isCloseTo(0.1 * sum / ROWS, within(1e-10));
  }

  /** It pulls: activations are smaller with it than without, and the data loss stays apart. */
  @Test
  void penalty_pulls_andIsNotPartOfTheLoss() {
    double free = squares(hidden(train("activity-l2(0)", 200)));
    TrainingResult held = train("activity-l2(1)", 200);
    assertThat(squares(hidden(held))).isLessThan(free / 2);
    List<Double> losses = train("activity-l2(1)", 1).history().train();
    assertThat(losses.get(0)).isEqualTo(train("none", 1).history().train().get(0));
  }

  private static double squares(double... numbers) {
    double sum = 0;
    for (double a : numbers) {
      sum += a * a;
    }
    return sum;
  }

  /** {@code [N, 3]}. */
  private static double[] hidden(TrainingResult result) {
    double[] kernel = result.network().values("dense1.kernel");
    double[] bias = result.network().values("dense1.bias");
    double[] activations = new double[ROWS * 3];
    for (int row = 0; row < ROWS; row++) {
      for (int unit = 0; unit < 3; unit++) {
        double z =
            INPUTS[2 * row] * kernel[2 * unit]
                + INPUTS[2 * row + 1] * kernel[2 * unit + 1]
                + bias[unit];
        activations[3 * row + unit] = Math.tanh(z);
      }
    }
    return activations;
  }

  private static TrainingResult train(String recipe, int updates) {
    float[] targets = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      targets[row] = INPUTS[2 * row] - 2 * INPUTS[2 * row + 1];
    }
    Dataset rows = Dataset.regression(INPUTS, new int[] {2}, targets, List.of("y"));
    Member member =
        new Member(
            Recipe.parse(recipe),
            TrainingPlan.parse("adam(0.05), batch 50, updates " + updates + ", unscaled"),
            Replicate.of(1, 0, new Split(rows, rows, rows)));
    return Trainer.train(
            Architecture.parse("dense(3) tanh"),
            List.of(member),
            Precision.FLOAT64,
            TrainingListener.NONE)
        .get(0);
  }
}
