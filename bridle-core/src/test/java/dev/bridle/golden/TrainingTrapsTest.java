package dev.bridle.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Activation;
import dev.bridle.architecture.Architecture;
import dev.bridle.data.Scaling;
import dev.bridle.data.Split;
import dev.bridle.data.builtin.Friedman;
import dev.bridle.data.builtin.Moons;
import dev.bridle.file.NamedArray;
import dev.bridle.file.Safetensors;
import dev.bridle.layer.Woven;
import dev.bridle.metric.Metric;
import dev.bridle.metric.Predictions;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.penalty.ActivityL2;
import dev.bridle.perturbation.DropConnect;
import dev.bridle.perturbation.Perturbation;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.population.Initial;
import dev.bridle.population.Population;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import dev.bridle.train.Member;
import dev.bridle.train.Replicate;
import dev.bridle.train.Trainer;
import dev.bridle.train.TrainingListener;
import dev.bridle.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other libraries get wrong and only a whole training shows; named after the trap. */
final class TrainingTrapsTest {
  private static final Split MOONS = new Moons().split(Key.of(1));
  private static final Split FRIEDMAN = new Friedman().split(Key.of(1));

  @TempDir Path folder;

  /** A linear model: what it predicts is what its saved weights and biases say, to a rounding. */
  @Test
  void noiseOnBiases_isOffAtEvaluation() { // Deeplearning4j: train && isWeight || isBias
    TrainingResult result =
        train("none", FRIEDMAN, "weight-noise(1)@all + drop-connect(0.5)@all", "unscaled");
    TrainedNetwork network = result.network();
    float[] x = FRIEDMAN.test().inputs();
    Predictions said = network.predict(x);
    assertSame(network.predict(x), said);
    Scaling scaling = Scaling.ofTargets(FRIEDMAN.train());
    for (int row = 0; row < said.size(); row++) {
      double expected = z(network, x, row) * scaling.targetDeviation()[0] + scaling.targetMean()[0];
      assertThat(said.get(row, 0)).isCloseTo(expected, within(1e-4));
    }
  }

  private static double z(TrainedNetwork network, float[] x, int row) {
    double[] kernel = network.values("dense1.kernel");
    double z = network.values("dense1.bias")[0];
    for (int i = 0; i < kernel.length; i++) {
      z += kernel[i] * x[row * kernel.length + i];
    }
    return z;
  }

  @Test
  void dropConnect_keepsTheScaleOfTheWeights() { // Deeplearning4j leaves 1 / (1 - p) out
    try (Company company = Company.alone(Precision.FLOAT64);
        Scope scope = Scope.open()) {
      WeightSpec spec = WeightSpec.kernel("dense1", List.of(200, 100), Initial.ZERO);
      Population population = company.population(List.of(spec), List.of());
      Weight weight = population.weights().get(0);
      weight.value().fill_(Tensors.constant(3));
      Strengths half = company.strengths(Map.of("rate", 0.5));
      Perturbation.Bound change =
          new DropConnect().bind(weight, half, company.site(population, half, 1));
      change.apply(0);
      double mean = Arrays.stream(company.ours(weight.value()).data()).average().orElseThrow();
      assertThat(mean).isCloseTo(3, within(5 * 3 / Math.sqrt(20_000)));
    }
  }

  @Test
  void activityPenalty_isDividedByTheBatch() { // Keras documented it, and for years did not
    try (Company company = Company.alone(Precision.FLOAT64);
        Scope scope = Scope.open()) {
      Strengths strengths = company.strengths(Map.of("lambda", 0.01));
      for (int rows : new int[] {1, 5, 100}) {
        Tensor twos = company.tensor(GoldenArray.of(new double[rows * 5], rows, 5).map(v -> 2));
        Woven.Spot spot = new Woven.Spot("dense1", Activation.RELU, "dense1/x", 5, 0);
        double value = company.ours(new ActivityL2().value(twos, strengths, spot)).get(0);
        assertThat(value).isCloseTo(0.01 * 5 * 4, within(1e-15));
      }
    }
  }

  @Test
  void movingAverage_isTakenAfterProjection() { // Keras's is taken before, and may be outside
    for (String average : List.of("ema(0.9)", "swa(0)")) {
      TrainingResult result = train("dense(6) tanh", MOONS, "unit-norm + " + average, "epochs 5");
      double[] kernel = result.network().values("dense1.kernel");
      for (int unit = 0; unit < 6; unit++) {
        assertThat(Math.hypot(kernel[2 * unit], kernel[2 * unit + 1])).isCloseTo(1, within(1e-6));
      }
    }
  }

  /** Nothing that the average is judged by is that of other weights, batch normalisation too. */
  @Test
  void averagedWeights_areJudgedWithStatisticsOfTheirOwn() { // forgotten update_bn
    TrainingResult result = train("dense(6) tanh", MOONS, "batch-norm + swa(0)", "epochs 5");
    List<Double> validation = result.history().validation();
    double kept = result.network().evaluate(MOONS.validation()).get(Metric.LOG_LOSS);
    assertThat(kept).isCloseTo(validation.get(validation.size() - 1), within(1e-6));
  }

  @Test
  void predictions_areOnesWithoutMasks_unlessMonteCarloIsWritten() { // model left in train mode
    float[] x = MOONS.test().inputs();
    TrainedNetwork plain =
        train("dense(6) tanh", MOONS, "dropout(0.5) + batch-norm", "epochs 5").network();
    Predictions before = plain.predict(x);
    double[] statistics = plain.values("dense1/batch-norm.running-mean");
    plain.spread(3, x);
    assertSame(plain.predict(x), before);
    assertThat(plain.values("dense1/batch-norm.running-mean")).containsExactly(statistics);
    TrainedNetwork asked =
        train("dense(6) tanh", MOONS, "dropout(0.5) + batch-norm + monte-carlo(5)", "epochs 5")
            .network();
    assertThat(asked.predict(x).get(0, 0)).isNotEqualTo(before.get(0, 0));
    assertSame(asked.predict(x), asked.predict(x));
  }

  @Test
  void pruning_ofAShortTraining_prunes() { // a mask renewed every 100 steps never is
    TrainingResult result = train("dense(6) tanh", MOONS, "prune(0.5)", "updates 9");
    double[] kernel = result.network().values("dense1.kernel");
    assertThat(Arrays.stream(kernel).filter(w -> w == 0)).hasSize(6);
  }

  /** A pruned network is one like others: its kernel has its name, and zeros in it. */
  @Test
  void prunedNetwork_isSavedUnderPlainNames() throws IOException { // weight_orig, weight_mask
    Path file = folder.resolve("pruned.safetensors");
    train("dense(6) tanh", MOONS, "prune(0.5)", "updates 9").network().save(file);
    List<NamedArray> saved = Safetensors.read(file).arrays();
    assertThat(saved)
        .extracting(NamedArray::name)
        .contains("dense1.kernel", "dense1.bias", "dense2.kernel", "dense2.bias")
        .noneMatch(name -> name.contains("orig"));
    assertSame(
        TrainedNetwork.load(file).predict(MOONS.test().inputs()),
        train("dense(6) tanh", MOONS, "prune(0.5)", "updates 9")
            .network()
            .predict(MOONS.test().inputs()));
  }

  private static TrainingResult train(
      String architecture, Split split, String recipe, String budget) {
    Member member =
        new Member(
            Recipe.parse(recipe),
            TrainingPlan.parse("adam(0.05), batch 10, " + budget),
            Replicate.of(3, 0, split));
    return Trainer.train(
            Architecture.parse(architecture),
            List.of(member),
            Precision.FLOAT32,
            TrainingListener.NONE)
        .get(0);
  }

  private static void assertSame(Predictions actual, Predictions expected) {
    for (int row = 0; row < expected.size(); row++) {
      assertThat(actual.get(row, 0)).isEqualTo(expected.get(row, 0));
    }
  }
}
