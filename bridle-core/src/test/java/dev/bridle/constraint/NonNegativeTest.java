package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NonNegativeTest implements ConstraintLaws {
  private static final Strengths NONE = Given.strengths(Map.of());

  @Override
  public Constraint constraint() {
    return new NonNegative();
  }

  @Override
  public Map<String, PerMember> strengths(int members) {
    return Map.of();
  }

  @Test
  void project_negativeWeights_become0_theOthersStay() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {2, 1, 2}, -3, 4, 0.5, -0.25));
    constraint().project(weight, NONE);
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(0, 4, 0.5, 0);
  }

  @Test
  void violation_isTheMostNegativeWeight() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {2, 1, 2}, -3, 4, -0.5, -0.25));
    assertThat(Tensors.toDoubles(constraint().violation(weight, NONE))).containsExactly(3, 0.5);
  }
}
