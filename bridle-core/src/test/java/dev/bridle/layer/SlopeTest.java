package dev.bridle.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Activation;
import dev.bridle.tensor.Gradients;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import dev.bridle.testing.Numerical;
import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(InScope.class)
final class SlopeTest {
  private static Tensor reference(Activation activation, Tensor z) {
    return switch (activation) {
      case LINEAR -> z.mul(new Scalar(1));
      case RELU -> torch.relu(z);
      case LEAKY_RELU -> torch.leaky_relu(z, new Scalar(Activation.LEAKY_SLOPE));
      case TANH -> torch.tanh(z);
      case SIGMOID -> torch.sigmoid(z);
      case SELU -> torch.selu(z);
      case SILU -> torch.silu(z);
      case GELU -> torch.gelu(z);
    };
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void first_isTheAutomaticDerivative(Activation activation) {
    Tensor z = points();
    Tensor expected = Gradients.of(x -> reference(activation, x), z);
    assertThat(Tensors.toDoubles(Slope.of(activation, z).first()))
        .containsExactly(Tensors.toDoubles(expected), within(1e-12));
  }

  /** Of the first, by differences, away from kinks. */
  @ParameterizedTest
  @EnumSource(Activation.class)
  void second_isTheDerivativeOfTheFirst(Activation activation) {
    Tensor z = points();
    double[] expected =
        Numerical.gradient(x -> Tensors.toDoubles(Slope.of(activation, x).first().sum())[0], z);
    Numerical.assertClose(Slope.of(activation, z).second(), expected, activation.toString());
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void hugeNumbers_haveASlopeOf1Or0_orTheirOwn_andAreNotBent(Activation activation) {
    for (Precision precision : Precision.values()) {
      for (double size : new double[] {1e3, 1e19, 1e38}) {
        Tensor z = Tensors.of(precision, new double[] {size, -size}, 1, 1, 2);
        Slope slope = Slope.of(activation, z);
        assertThat(Arrays.stream(Tensors.toDoubles(slope.second()))).allMatch(v -> v == 0);
        assertThat(Arrays.stream(Tensors.toDoubles(slope.first()))).allMatch(Double::isFinite);
      }
    }
  }

  /** At a kink: the slope from the left, as the activations' own layers take it, and no bend. */
  @Test
  void kinks_areFlat() {
    Tensor zero = Given.tensor(new long[] {1, 1, 1}, 0);
    assertThat(Tensors.toDoubles(Slope.of(Activation.RELU, zero).first())).containsExactly(0);
    assertThat(Tensors.toDoubles(Slope.of(Activation.LEAKY_RELU, zero).first()))
        .containsExactly(Activation.LEAKY_SLOPE);
    assertThat(Tensors.toDoubles(Slope.of(Activation.RELU, zero).second())).containsExactly(0);
    assertThat(Tensors.toDoubles(Slope.of(Activation.SELU, zero).first())[0])
        .isCloseTo(1.0507009873554805 * 1.6732632423543772, within(1e-15));
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void of_leavesItsInputAsItIs(Activation activation) {
    Tensor z = points();
    double[] before = Tensors.toDoubles(z);
    Slope.of(activation, z);
    assertThat(Tensors.toDoubles(z)).containsExactly(before);
  }

  private static Tensor points() {
    return Draw.of(5).awayFromZero(Precision.FLOAT64, 1, 7, 13).mul_(Tensors.constant(2));
  }
}
