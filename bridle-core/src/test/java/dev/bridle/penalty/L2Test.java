package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class L2Test implements PenaltyLaws {
  @Override
  public Penalty penalty() {
    return new L2();
  }

  @Test
  void value_threeFour_is25TimesTheStrength() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {2, 1, 2}, 3, 4, 1, -2));
    Strengths strengths = Given.strength("lambda", PerMember.of(1, 0.5));
    assertThat(Tensors.toDoubles(penalty().value(weight, strengths)))
        .containsExactly(25, 2.5); // 9 + 16, (1 + 4) / 2
  }

  /** The reference value of Keras: L2(2) on 5 x 5 ones is 50. */
  @Test
  void value_25Ones_timesTwo_is50() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {1, 5, 5}, ones(25)));
    assertThat(Tensors.toDoubles(penalty().value(weight, strength(2)))).containsExactly(50);
  }

  @Test
  void gradient_isTwiceTheWeight() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {1, 1, 3}, 3, -4, 0));
    Tensor gradient = Given.tensor(new long[] {1, 1, 3}, 1, 1, 1);
    penalty().addGradient(weight, gradient, strength(0.25));
    assertThat(Tensors.toDoubles(gradient)).containsExactly(2.5, -1, 1); // 1 + 2 * 0.25 * w
  }

  @Test
  void shrinks_doesNot() {
    assertThat(penalty().shrinks()).isFalse();
  }

  private static Strengths strength(double lambda) {
    return Given.strength("lambda", PerMember.of(lambda));
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
