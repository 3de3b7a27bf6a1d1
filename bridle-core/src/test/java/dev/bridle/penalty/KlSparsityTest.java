package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Activation;
import dev.bridle.architecture.Architecture;
import dev.bridle.layer.Woven;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.population.Strengths;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(InScope.class)
final class KlSparsityTest {
  private static final KlSparsity PENALTY = new KlSparsity();

  /** Behind each activation: the laws, with activities that it can have. */
  interface Behind extends ActivityLaws {
    @Override
    default ActivityPenalty penalty() {
      return PENALTY;
    }

    @Override
    default String strength() {
      return "beta";
    }

    @Override
    default Map<String, Double> shares() {
      return Map.of("rate", 0.13);
    }

    @Override
    default Tensor activations(Precision precision, long... shape) {
      int size = (int) (shape[0] * shape[1] * shape[2]);
      double low = activation() == Activation.TANH ? -0.9 : 0.05;
      double high = activation() == Activation.RELU ? 3 : 0.95;
      return Tensors.of(precision, Draw.of(7).uniform(size, low, high), shape);
    }
  }

  @Nested
  final class BehindSigmoid implements Behind {
    @Override
    public Activation activation() {
      return Activation.SIGMOID;
    }
  }

  @Nested
  final class BehindTanh implements Behind {
    @Override
    public Activation activation() {
      return Activation.TANH;
    }
  }

  @Nested
  final class BehindRelu implements Behind {
    @Override
    public Activation activation() {
      return Activation.RELU;
    }
  }

  /**
   * Mean activity 1/2 of a sigmoid, 0 of a tanh and 1 of a ReLU are all a rate of 1/2; asked for
   * 1/4: 1/4 log 1/2 + 3/4 log 3/2.
   */
  @Test
  void value_aRateOfAHalf_byEachActivation() {
    double expected = 2 * (0.25 * Math.log(0.5) + 0.75 * Math.log(1.5));
    assertThat(value(Activation.SIGMOID, 0.25, 0.75)).isCloseTo(expected, within(1e-15));
    assertThat(value(Activation.TANH, -0.5, 0.5)).isCloseTo(expected, within(1e-15));
    assertThat(value(Activation.RELU, 0, 2)).isCloseTo(expected, within(1e-15));
  }

  /** At the rate that is asked for there is nothing to pay and nothing pulls. */
  @Test
  void value_atTheRate_is0() {
    assertThat(value(Activation.SIGMOID, 0.125, 0.375)).isCloseTo(0, within(1e-15));
    assertThat(pull(Activation.SIGMOID, 0.125, 0.375)).isCloseTo(0, within(1e-15));
  }

  /**
   * (1 - rho) / (1 - r) - rho / r = 3/2 - 1/2 = 1, times beta 2, over 2 rows; the rate of a tanh
   * moves half as fast as its mean, that of a ReLU with (1 - r)^2 = 1/4.
   */
  @Test
  void gradient_aRateOfAHalf_byEachActivation() {
    assertThat(pull(Activation.SIGMOID, 0.25, 0.75)).isCloseTo(1, within(1e-14));
    assertThat(pull(Activation.TANH, -0.5, 0.5)).isCloseTo(0.5, within(1e-14));
    assertThat(pull(Activation.RELU, 0, 2)).isCloseTo(0.25, within(1e-14));
  }

  /** A unit that never answers, or always does, costs much, but not infinity. */
  @Test
  void silentAndSaturatedUnits_stayFinite() {
    double silent = 2 * (0.25 * Math.log(0.25 / 1e-6) + 0.75 * Math.log(0.75 / (1 - 1e-6)));
    assertThat(value(Activation.RELU, 0, 0)).isCloseTo(silent, within(1e-9));
    assertThat(value(Activation.SIGMOID, 0, 0)).isCloseTo(silent, within(1e-9));
    assertThat(value(Activation.SIGMOID, 1, 1)).isFinite().isPositive();
    assertThat(pull(Activation.SIGMOID, 1, 1)).isFinite().isPositive();
    assertThat(pull(Activation.RELU, 0, 0)).isFinite().isNegative();
  }

  @ParameterizedTest
  @EnumSource(names = {"LINEAR", "LEAKY_RELU", "SELU", "SILU", "GELU"})
  void otherActivations_areRefused(Activation activation) {
    Architecture architecture = Architecture.parse("dense(4) " + activation + ", dense(3) relu");
    assertThatThrownBy(
            () -> CompiledNetwork.compile(architecture, Recipe.parse("kl-sparsity(1)"), 3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "kl-sparsity on dense1 "
                + activation
                + ": expected sigmoid, tanh or relu, whose activity has a rate between 0 and 1");
  }

  private static double value(Activation activation, double first, double second) {
    Tensor a = Given.tensor(new long[] {1, 2, 1}, first, second);
    return Tensors.toDoubles(PENALTY.value(a, numbers(), spot(activation)))[0];
  }

  /** At the first of two rows; at the second it is the same. */
  private static double pull(Activation activation, double first, double second) {
    Tensor a = Given.tensor(new long[] {1, 2, 1}, first, second);
    Tensor gradient = a.clone().zero_();
    PENALTY.addGradient(a, gradient, numbers(), spot(activation));
    double[] pulls = Tensors.toDoubles(gradient);
    assertThat(pulls[1]).isEqualTo(pulls[0]);
    return pulls[0];
  }

  private static Strengths numbers() {
    return Given.strengths(Map.of("beta", PerMember.of(2), "rate", PerMember.of(0.25)));
  }

  private static Woven.Spot spot(Activation activation) {
    return new Woven.Spot("dense1", activation, "dense1/kl-sparsity", 1, 0);
  }
}
