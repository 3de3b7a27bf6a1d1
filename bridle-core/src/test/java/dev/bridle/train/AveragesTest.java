package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.metric.Metric;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.NativeLibrary;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.InScope;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Averages of weights in a whole training: what is judged, what is kept, what goes on. */
@ExtendWith(InScope.class)
final class AveragesTest {
  private static final TrainingPlan LONG = TrainingPlan.parse("adam(0.1), batch 13, updates 210");

  /** d = 0.5: the weights after three updates stand in it like 1 to 2 to 4. */
  @Test
  void ema_isTheClosedForm_andHiddenAgainTheWeightsAreTheSame() {
    NativeLibrary.useOneThread();
    try (GivenCrew given = new GivenCrew("none", "ema(0.5)", "momentum(0.05)", 3)) {
      List<double[]> after = new ArrayList<>();
      for (int t = 0; t < 3; t++) {
        given.step();
        after.add(given.values("dense1.kernel"));
      }
      show(given);
      double[] shown = given.values("dense1.kernel");
      for (int i = 0; i < shown.length; i++) {
        double mean = (after.get(0)[i] + 2 * after.get(1)[i] + 4 * after.get(2)[i]) / 7;
        assertThat(shown[i]).isCloseTo(mean, within(1e-14));
      }
      hide(given);
      Bits.assertSame(given.values("dense1.kernel"), after.get(2), "weights");
    }
  }

  @Test
  void ema_ofWeightsThatDoNotMove_isTheWeights() {
    try (GivenCrew given = new GivenCrew("dense(4) tanh", "ema(0.9)", "sgd(1e-300)", 50)) {
      double[] start = given.values("dense1.kernel");
      for (int t = 0; t < 50; t++) {
        given.step();
      }
      show(given);
      assertThat(given.values("dense1.kernel")).containsExactly(start, within(1e-14));
    }
  }

  /** Every update is an epoch here: the plain mean, and what a pass by hand says of its rows. */
  @Test
  void swa_isTheMean_withStatisticsOfAPassOverTheTrainingRows() {
    try (GivenCrew given = new GivenCrew("dense(4) tanh", "batch-norm + swa(0)", "sgd(0.2)", 4)) {
      List<double[]> after = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        given.step();
        after.add(given.values("dense1.kernel"));
      }
      double[] running = given.statistic("dense1/batch-norm.running-mean");
      show(given);
      double[] shown = given.values("dense1.kernel");
      for (int i = 0; i < shown.length; i++) {
        int at = i;
        double mean = after.stream().mapToDouble(w -> w[at]).average().orElseThrow();
        assertThat(shown[i]).isCloseTo(mean, within(1e-14));
      }
      assertStatistics(given);
      hide(given);
      Bits.assertSame(given.statistic("dense1/batch-norm.running-mean"), running, "hidden");
    }
  }

  /** Mean and unbiased variance of the hidden layer's products over all rows. */
  private static void assertStatistics(GivenCrew given) {
    List<Tensor> w = given.weights();
    double[] z = Tensors.toDoubles(GivenCrew.dense(given.inputs(), w.get(0), w.get(1)));
    double[] means = given.statistic("dense1/batch-norm.running-mean");
    double[] variances = given.statistic("dense1/batch-norm.running-variance");
    for (int unit = 0; unit < 4; unit++) {
      double mean = 0;
      for (int row = 0; row < GivenCrew.ROWS; row++) {
        mean += z[row * 4 + unit] / GivenCrew.ROWS;
      }
      double variance = 0;
      for (int row = 0; row < GivenCrew.ROWS; row++) {
        variance += Math.pow(z[row * 4 + unit] - mean, 2) / (GivenCrew.ROWS - 1);
      }
      assertThat(means[unit]).isCloseTo(mean, within(1e-12));
      assertThat(variances[unit]).isCloseTo(variance, within(1e-12));
    }
  }

  /** Before an average has mixed anything, statistics are those of the training, to the bit. */
  @Test
  void swa_nothingAveragedYet_keepsTheStatisticsOfTheTraining() {
    try (GivenCrew given = new GivenCrew("dense(4) tanh", "batch-norm + swa(1)", "sgd(0.2)", 4)) {
      given.step();
      double[] running = given.statistic("dense1/batch-norm.running-mean");
      show(given);
      Bits.assertSame(given.statistic("dense1/batch-norm.running-mean"), running, "shown");
    }
  }

  /** Of a -0, which pruning leaves behind, too. */
  @ParameterizedTest
  @ValueSource(strings = {"ema(0)", "swa(1)"})
  void absence_keepsEveryBit_evenOfANegativeZero(String recipe) {
    try (GivenCrew given = new GivenCrew("none", recipe, "sgd(1e-300)", 1)) {
      given.population().weight("dense1.kernel").value().fill_(Tensors.constant(-0.0));
      given.step();
      double[] weights = given.values("dense1.kernel");
      show(given);
      Bits.assertSame(given.values("dense1.kernel"), weights, recipe);
    }
  }

  /** The training itself goes its way: losses and updates are as without an average. */
  @ParameterizedTest
  @ValueSource(strings = {"ema(0.9)", "swa(0.3)"})
  void training_isAsWithoutIt_toTheBit_onlyWhatIsKeptDiffers(String average) {
    TrainingResult with = train("batch-norm + dropout(0.3) + " + average);
    TrainingResult without = train("batch-norm + dropout(0.3)");
    assertThat(with.history().train()).isEqualTo(without.history().train());
    assertThat(with.network().values("dense1.kernel"))
        .isNotEqualTo(without.network().values("dense1.kernel"));
  }

  /** What is kept is the average of the best epoch: its loss is the lowest of those reported. */
  @ParameterizedTest
  @ValueSource(strings = {"ema(0.9)", "swa(0.1)", "batch-norm + swa(0)", "batch-norm + ema(0.5)"})
  void earlyStopping_judgesAndKeepsTheAverage(String recipe) {
    TrainingResult result = train(recipe + " + early-stopping(2)");
    Outcome.Stopped stopped = (Outcome.Stopped) result.outcome();
    double lowest = result.history().validation().get(stopped.bestEpoch() - 1);
    assertThat(result.history().validation()).allMatch(loss -> loss >= lowest);
    assertThat(result.validation().get(Metric.LOG_LOSS)).isCloseTo(lowest, within(1e-6));
  }

  /** Means of unit vectors are shorter than 1; those that are kept are not. */
  @ParameterizedTest
  @ValueSource(strings = {"unit-norm + ema(0.9)", "unit-norm + swa(0)", "unit-norm + ema(0.5)"})
  void unitNorm_holdsForTheAverage(String recipe) {
    TrainingResult result = train(recipe);
    double[] kernel = result.network().values("dense1.kernel");
    for (int unit = 0; unit < 7; unit++) {
      double norm = Math.hypot(kernel[2 * unit], kernel[2 * unit + 1]);
      assertThat(norm).isCloseTo(1, within(1e-6));
    }
  }

  private static TrainingResult train(String recipe) {
    return Arms.train(LONG, Arms.replicate(0), List.of(Recipe.parse(recipe))).get(0);
  }

  private static void show(GivenCrew given) {
    try (Scope scope = Scope.open()) {
      given.crew.showAverages();
    }
  }

  private static void hide(GivenCrew given) {
    given.crew.averages.orElseThrow().hide();
  }
}
