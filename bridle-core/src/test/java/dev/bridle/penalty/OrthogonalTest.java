package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.penalty.Orthogonal.Mode;
import dev.bridle.penalty.Orthogonal.Side;
import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class OrthogonalTest {
  @Nested
  final class SoftOfUnits implements PenaltyLaws {
    @Override
    public Penalty penalty() {
      return new Orthogonal(Mode.SOFT, Side.UNITS);
    }
  }

  @Nested
  final class SoftOfInputs implements PenaltyLaws {
    @Override
    public Penalty penalty() {
      return new Orthogonal(Mode.SOFT, Side.INPUTS);
    }
  }

  @Nested
  final class CosineOfUnits implements PenaltyLaws {
    @Override
    public Penalty penalty() {
      return new Orthogonal(Mode.COSINE, Side.UNITS);
    }
  }

  @Nested
  final class CosineOfInputs implements PenaltyLaws {
    @Override
    public Penalty penalty() {
      return new Orthogonal(Mode.COSINE, Side.INPUTS);
    }
  }

  /** Rows (1, 2) and (0, 3): squares 25 - 1, 9 - 1, inner product 6. */
  @Test
  void soft_units_isTheSquaredDistanceToTheIdentity() {
    Weight weight = kernel(2, 2, 1, 2, 0, 3);
    assertThat(value(Mode.SOFT, Side.UNITS, weight)).isEqualTo(0.5 * (16 + 64 + 2 * 36));
  }

  /** Columns (1, 0) and (2, 3): squares 1 - 1 and 13 - 1, inner product 2. */
  @Test
  void soft_inputs_isThatOfTheColumns() {
    Weight weight = kernel(2, 2, 1, 2, 0, 3);
    assertThat(value(Mode.SOFT, Side.INPUTS, weight)).isEqualTo(0.5 * (144 + 2 * 4));
  }

  /** 4 * 0.5 * (w^2 - 1) w at w = 2, added to what is there. */
  @Test
  void soft_gradientOfOneNumber() {
    assertThat(gradient(Mode.SOFT, Side.UNITS, kernel(1, 1, 2), 10)).containsExactly(22);
  }

  /** Cosines of (1, 0), (1, 1) and (0, -2): 0.71, 0 and -0.71, whose sizes have the mean 0.47. */
  @Test
  void cosine_isTheMeanOverPairs_whateverTheLengths() {
    Weight weight = kernel(3, 2, 1, 0, 1, 1, 0, -2);
    assertThat(value(Mode.COSINE, Side.UNITS, weight))
        .isCloseTo(0.5 * Math.sqrt(2) / 3, within(1e-15));
  }

  /**
   * (1, 0) and (3, 4): of the direction (0.6, 0.8) the first unit gets what is at right angles to
   * it, (0, 0.8); the second gets (0.64, -0.48) over its length 5; both half.
   */
  @Test
  void cosine_gradient_isAtRightAngles_overTheLength() {
    double[] gradient = gradient(Mode.COSINE, Side.UNITS, kernel(2, 2, 1, 0, 3, 4), 0);
    assertThat(gradient).containsExactly(new double[] {0, 0.4, 0.064, -0.048}, within(1e-15));
  }

  @Test
  void orthonormalRows_haveNoPenalty_andNoPull() {
    Weight weight = kernel(2, 3, 0.6, 0.8, 0, -0.8, 0.6, 0);
    for (Mode mode : Mode.values()) {
      assertThat(value(mode, Side.UNITS, weight)).isCloseTo(0, within(1e-15));
    }
    assertThat(gradient(Mode.SOFT, Side.UNITS, weight, 0))
        .containsExactly(new double[6], within(1e-15));
  }

  @Test
  void cosine_aSingleVector_is0_notNaN() {
    Weight weight = kernel(1, 2, 3, 4);
    assertThat(value(Mode.COSINE, Side.UNITS, weight)).isZero();
    assertThat(gradient(Mode.COSINE, Side.UNITS, weight, 7)).containsExactly(7, 7);
  }

  @Test
  void cosine_aVectorOfZeros_countsAs0_andIsNotPulled() {
    Weight weight = kernel(3, 2, 0, 0, 1, 1, 1, 1);
    assertThat(value(Mode.COSINE, Side.UNITS, weight)).isCloseTo(0.5 / 3, within(1e-15));
    assertThat(gradient(Mode.COSINE, Side.UNITS, weight, 0))
        .containsExactly(new double[6], within(1e-15));
  }

  /** What it is for: gradient descent on it makes the rows of a drawn kernel orthonormal. */
  @Test
  void soft_descent_endsAtOrthonormalRows() {
    Weight weight = Weight.kernel(Draw.of(3).tensor(Precision.FLOAT64, 1, 3, 5));
    for (int step = 0; step < 500; step++) {
      Tensor gradient = weight.value().clone().zero_();
      penalty(Mode.SOFT, Side.UNITS).addGradient(weight, gradient, strength());
      weight.value().sub_(gradient.mul(Tensors.constant(0.05)));
    }
    Tensor gram = weight.value().matmul(weight.value().transpose(1, 2));
    assertThat(Tensors.toDoubles(gram))
        .containsExactly(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, within(1e-9));
  }

  @Test
  void requireWeight_refusesABias() {
    Penalty penalty = penalty(Mode.SOFT, Side.UNITS);
    WeightSpec kernel = WeightSpec.kernel("dense1", List.of(5, 3), Initial.HE);
    assertThatCode(() -> penalty.requireWeight(kernel)).doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> penalty.requireWeight(WeightSpec.vector("dense1", Role.BIAS, 5, Initial.ZERO)))
        .withMessage(
            "orthogonal on dense1.bias [5]: expected a matrix [units, inputs]; choose a place"
                + " without biases");
  }

  @Test
  void of_readsModeAndSide_softUnitsByDefault() {
    Weight weight = kernel(2, 2, 1, 2, 0, 3);
    assertThat(valueOf("orthogonal(1)", weight)).isEqualTo(76);
    assertThat(valueOf("orthogonal(1, side=inputs)", weight)).isEqualTo(76);
    assertThat(valueOf("orthogonal(1, mode=cosine)", weight))
        .isCloseTo(0.5 * 2 / Math.sqrt(5), within(1e-15));
  }

  private static double valueOf(String text, Weight weight) {
    Orthogonal penalty = Orthogonal.of(Given.settings(text));
    return Tensors.toDoubles(penalty.value(weight, strength()))[0];
  }

  private static Orthogonal penalty(Mode mode, Side side) {
    return new Orthogonal(mode, side);
  }

  private static Strengths strength() {
    return Given.strength("lambda", PerMember.of(0.5));
  }

  private static Weight kernel(int out, int in, double... numbers) {
    return Weight.kernel(Given.tensor(new long[] {1, out, in}, numbers));
  }

  private static double value(Mode mode, Side side, Weight weight) {
    return Tensors.toDoubles(penalty(mode, side).value(weight, strength()))[0];
  }

  private static double[] gradient(Mode mode, Side side, Weight weight, double before) {
    Tensor gradient = weight.value().clone().fill_(Tensors.constant(before));
    penalty(mode, side).addGradient(weight, gradient, strength());
    return Tensors.toDoubles(gradient);
  }
}
