package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.population.Strengths;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class ActivityL2Test implements ActivityLaws {
  @Override
  public ActivityPenalty penalty() {
    return new ActivityL2();
  }

  /** Two rows of two units: (1 + 9 + 0 + 16) / 2, times each member's strength. */
  @Test
  void value_isTheSumOfSquaresOverTheBatch() {
    Tensor a = Given.tensor(new long[] {2, 2, 2}, 1, -3, 0, 4, 1, -3, 0, 4);
    Strengths strengths = Given.strength("lambda", PerMember.of(1, 0.5));
    assertThat(Tensors.toDoubles(penalty().value(a, strengths, spot(a)))).containsExactly(13, 6.5);
  }

  /** The half of {@code L2(0.01)} by Keras's documentation: 5 rows of 5 twos give 1, not 5. */
  @Test
  void value_isDividedByTheBatch_asKerasDocumentsIt() {
    double[] twos = new double[25];
    Arrays.fill(twos, 2);
    Tensor a = Given.tensor(new long[] {1, 5, 5}, twos);
    Strengths strengths = Given.strength("lambda", PerMember.of(0.05));
    assertThat(Tensors.toDoubles(penalty().value(a, strengths, spot(a))))
        .containsExactly(new double[] {1}, within(1e-15));
  }

  /** 2 times 0.5 times a, over 2 rows. */
  @Test
  void gradient_isTwiceTheActivationOverTheBatch() {
    Tensor a = Given.tensor(new long[] {1, 2, 2}, 1, -3, 0, 4);
    Strengths strengths = Given.strength("lambda", PerMember.of(0.5));
    assertThat(Tensors.toDoubles(gradient(a, strengths))).containsExactly(0.5, -1.5, 0, 2);
  }
}
