package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class SpectralPenaltyTest implements PenaltyLaws {
  @Override
  public Penalty penalty() {
    return new SpectralPenalty();
  }

  /** A row has one singular value, its length: 3^2 + 4^2. */
  @Test
  void value_ofARow_isItsSquaredLength() {
    assertThat(value(kernel(1, 2, 3, 4))).isCloseTo(12.5, within(1e-13));
    assertThat(value(kernel(2, 1, 3, 4))).isCloseTo(12.5, within(1e-13));
  }

  @Test
  void gradient_ofARow_isTwiceTheWeight() {
    assertThat(gradient(kernel(1, 2, 3, 4), 1))
        .containsExactly(new double[] {4, 5}, within(1e-13)); // 1 + 2 * 0.5 * w
  }

  @Test
  void value_ofADiagonal_isTheSquareOfItsLargest() {
    assertThat(value(kernel(2, 3, 2, 0, 0, 0, -4, 0))).isCloseTo(8, within(1e-13));
    assertThat(value(kernel(3, 2, 2, 0, 0, -4, 0, 0))).isCloseTo(8, within(1e-13));
  }

  @Test
  void gradient_ofADiagonal_isThatOfItsLargest() {
    assertThat(gradient(kernel(2, 2, 2, 0, 0, -4), 0))
        .containsExactly(new double[] {0, 0, 0, -4}, within(1e-8));
  }

  /** Turned by 30 degrees on one side and by -70 on the other, 5 and 3 remain what they are. */
  @Test
  void value_doesNotChangeWhenTurned() {
    Tensor turned = turn(30).matmul(Given.tensor(new long[] {2, 2}, 5, 0, 0, 3)).matmul(turn(-70));
    assertThat(value(Weight.kernel(turned.unsqueeze(0)))).isCloseTo(12.5, within(1e-12));
  }

  /** The sum of rows is 0, as in a layer before a softmax: no start may miss what is left. */
  @Test
  void value_ofRowsThatAddUpTo0_isFound() {
    assertThat(value(kernel(2, 1, 1, -1))).isCloseTo(1, within(1e-13));
    assertThat(value(kernel(3, 3, 2, -1, -1, -1, 2, -1, -1, -1, 2))).isCloseTo(4.5, within(1e-12));
  }

  @Test
  void zeros_haveNeitherValueNorGradient() {
    Weight zeros = kernel(2, 3, new double[6]);
    assertThat(value(zeros)).isZero();
    assertThat(gradient(zeros, 7)).containsOnly(7);
  }

  /** It lowers the largest singular value only: of 5, 3 and 1 the 5. */
  @Test
  void descent_lowersTheLargestOnly() {
    Weight weight = kernel(3, 3, 5, 0, 0, 0, 3, 0, 0, 0, 1);
    for (int step = 0; step < 30; step++) {
      Tensor gradient = weight.value().clone().zero_();
      penalty().addGradient(weight, gradient, strength());
      weight.value().sub_(gradient.mul(Tensors.constant(0.01)));
    }
    double[] after = Tensors.toDoubles(weight.value());
    assertThat(after[0]).isCloseTo(5 * Math.pow(0.99, 30), within(1e-6));
    assertThat(after[4]).isCloseTo(3, within(1e-6));
    assertThat(after[8]).isCloseTo(1, within(1e-6));
  }

  @Test
  void requireWeight_refusesABias() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> penalty().requireWeight(WeightSpec.vector("dense1", Role.BIAS, 5, Initial.ZERO)))
        .withMessageStartingWith("spectral-penalty on dense1.bias [5]: expected a matrix");
  }

  private static Tensor turn(double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return Given.tensor(new long[] {2, 2}, c, -s, s, c);
  }

  private static Strengths strength() {
    return Given.strength("lambda", PerMember.of(0.5));
  }

  private static Weight kernel(int out, int in, double... numbers) {
    return Weight.kernel(Given.tensor(new long[] {1, out, in}, numbers));
  }

  private double value(Weight weight) {
    return Tensors.toDoubles(penalty().value(weight, strength()))[0];
  }

  private double[] gradient(Weight weight, double before) {
    Tensor gradient = weight.value().clone().fill_(Tensors.constant(before));
    penalty().addGradient(weight, gradient, strength());
    return Tensors.toDoubles(gradient);
  }
}
