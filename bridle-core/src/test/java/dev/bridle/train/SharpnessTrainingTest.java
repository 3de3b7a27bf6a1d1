package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.NativeLibrary;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.InScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sharpness-aware minimisation against the same written out in Java. */
@ExtendWith(InScope.class)
final class SharpnessTrainingTest {
  private static final double RHO = 0.3;
  private static final int STEPS = 5;

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "momentum", "adam"})
  void trajectory_linear_isTheReference(String rule) {
    assertTrajectory("none", "", rule, SharpnessTrainingTest::linear);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "momentum", "adam"})
  void trajectory_deepWithBatchNormalisation_isTheReference(String rule) {
    assertTrajectory("dense(4) tanh", " + batch-norm", rule, SharpnessTrainingTest::deep);
  }

  /** The whole network with given weights: rows, weights in their order, outputs. */
  private interface Reference {
    Tensor outputs(Tensor x, List<Tensor> weights);
  }

  private static Tensor linear(Tensor x, List<Tensor> w) {
    return GivenCrew.dense(x, w.get(0), w.get(1));
  }

  /** Kernel, bias, scale, shift of the hidden layer, kernel and bias of the output. */
  private static Tensor deep(Tensor x, List<Tensor> w) {
    Tensor z = GivenCrew.dense(x, w.get(0), w.get(1));
    Tensor centered = z.sub(Tensors.sum(z, true, 1).div(new Scalar(z.size(1))));
    Tensor variance = Tensors.sum(centered.mul(centered), true, 1).div(new Scalar(z.size(1)));
    Tensor normal = centered.div(variance.add(new Scalar(1e-5)).sqrt());
    Tensor rescaled = normal.mul(w.get(2).unsqueeze(1)).add(w.get(3).unsqueeze(1));
    return GivenCrew.dense(rescaled.tanh(), w.get(4), w.get(5));
  }

  private static void assertTrajectory(
      String architecture, String more, String rule, Reference network) {
    NativeLibrary.useOneThread();
    String recipe = "sharpness(" + RHO + ")" + more;
    try (GivenCrew given = new GivenCrew(architecture, recipe, rule + "(0.05)", STEPS)) {
      ReferenceStep reference = new ReferenceStep(rule, 0.05);
      Function<List<Tensor>, Tensor> loss =
          w -> GivenCrew.error(network.outputs(given.inputs(), w), given.targets());
      List<Tensor> weights = given.weights();
      for (int t = 0; t < STEPS; t++) {
        double before = Tensors.toDoubles(loss.apply(weights))[0];
        List<double[]> first = ReferenceStep.gradients(loss, weights);
        List<double[]> second = ReferenceStep.gradients(loss, climbed(weights, first));
        weights = reference.update(weights, second);
        assertThat(given.step()).as("loss of the first pass").isCloseTo(before, within(1e-10));
        if (!more.isEmpty()) { // a bias before a normalisation: its gradient is rounding alone
          weights.set(1, given.weights().get(1));
        }
        assertSame(given.weights(), weights, rule + " step " + t);
      }
    }
  }

  private static List<Tensor> climbed(List<Tensor> weights, List<double[]> gradients) {
    double norm = 0;
    for (double[] gradient : gradients) {
      for (double g : gradient) {
        norm += g * g;
      }
    }
    norm = Math.sqrt(norm);
    List<Tensor> climbed = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      double[] w = Tensors.toDoubles(weights.get(i));
      for (int j = 0; j < w.length; j++) {
        w[j] += RHO * gradients.get(i)[j] / norm;
      }
      climbed.add(Tensors.of(Precision.FLOAT64, w, Tensors.shape(weights.get(i))));
    }
    return climbed;
  }

  /** Running statistics see one pass a step, the second: momentum 0.1, from 0 and 1. */
  @Test
  void statistics_areThoseOfTheSecondPass() {
    try (GivenCrew given =
        new GivenCrew("dense(4) tanh", "sharpness(0.3) + batch-norm", "sgd(0.05)", STEPS)) {
      Function<List<Tensor>, Tensor> loss =
          w -> GivenCrew.error(deep(given.inputs(), w), given.targets());
      List<Tensor> weights = given.weights();
      List<Tensor> up = climbed(weights, ReferenceStep.gradients(loss, weights));
      given.step();
      double[] z = Tensors.toDoubles(GivenCrew.dense(given.inputs(), up.get(0), up.get(1)));
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
        assertThat(means[unit]).isCloseTo(0.1 * mean, within(1e-12));
        assertThat(variances[unit]).isCloseTo(0.9 + 0.1 * variance, within(1e-12));
      }
    }
  }

  /** A penalty does not look for the highest point: it acts on the weights as they are. */
  @Test
  void penalties_actOnTheWeightsThemselves() {
    String sharp = "sharpness(0.3) + l2(0.2)";
    try (GivenCrew given = new GivenCrew("none", sharp, "sgd(0.05)", STEPS)) {
      Function<List<Tensor>, Tensor> loss =
          w -> GivenCrew.error(linear(given.inputs(), w), given.targets());
      List<Tensor> weights = given.weights();
      List<double[]> gradients =
          ReferenceStep.gradients(loss, climbed(weights, ReferenceStep.gradients(loss, weights)));
      double[] kernel = Tensors.toDoubles(weights.get(0));
      for (int j = 0; j < kernel.length; j++) {
        gradients.get(0)[j] += 2 * 0.2 * kernel[j];
      }
      given.step();
      assertSame(given.weights(), new ReferenceStep("sgd", 0.05).update(weights, gradients), "l2");
    }
  }

  static void assertSame(List<Tensor> actual, List<Tensor> expected, String what) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(Tensors.toDoubles(actual.get(i)))
          .as(what + ", weight " + i)
          .containsExactly(Tensors.toDoubles(expected.get(i)), within(1e-9));
    }
  }
}
