package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.population.Strengths;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class ActivityL1Test implements ActivityLaws {
  @Override
  public ActivityPenalty penalty() {
    return new ActivityL1();
  }

  /** Two rows of two units: (1 + 3 + 0 + 4) / 2, times each member's strength. */
  @Test
  void value_isTheSumOfSizesOverTheBatch() {
    Tensor a = Given.tensor(new long[] {2, 2, 2}, 1, -3, 0, 4, 1, -3, 0, 4);
    Strengths strengths = Given.strength("lambda", PerMember.of(1, 0.5));
    assertThat(Tensors.toDoubles(penalty().value(a, strengths, spot(a)))).containsExactly(4, 2);
  }

  /** Half of the strength up or down, nothing at 0. */
  @Test
  void gradient_isTheSignOverTheBatch() {
    Tensor a = Given.tensor(new long[] {1, 2, 2}, 1, -3, 0, 4);
    Strengths strengths = Given.strength("lambda", PerMember.of(0.5));
    assertThat(Tensors.toDoubles(gradient(a, strengths))).containsExactly(0.25, -0.25, 0, 0.25);
  }
}
