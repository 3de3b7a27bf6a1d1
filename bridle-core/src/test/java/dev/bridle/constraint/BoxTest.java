package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BoxTest implements ConstraintLaws {
  @Override
  public Constraint constraint() {
    return new Box();
  }

  @Override
  public Map<String, PerMember> strengths(int members) {
    return Map.of(
        "lo", Family.around(-0.2, List.of("lo"), members).get("lo"),
        "hi", Family.around(0.3, List.of("hi"), members).get("hi"));
  }

  @Test
  void project_outside_becomesTheLimit_insideStays() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {1, 2, 2}, -3, 0.5, 4, -0.25));
    constraint().project(weight, of(PerMember.of(-1), PerMember.of(2)));
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(-1, 0.5, 2, -0.25);
  }

  @Test
  void project_twoMembers_twoBoxes_alsoWithout0() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {2, 1, 2}, -3, 0, -3, 0));
    constraint().project(weight, of(PerMember.of(-1, -2), PerMember.of(1, -0.5)));
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(-1, 0, -2, -0.5);
  }

  @Test
  void project_noUpperLimit_isNonNegative() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {1, 1, 3}, -3, 0.5, 1e30));
    constraint().project(weight, of(PerMember.of(0), PerMember.of(Double.POSITIVE_INFINITY)));
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(0, 0.5, 1e30);
  }

  /** Below -1 by 2, above 3 by 1; nothing outside. */
  @Test
  void violation_isTheLargestDistance() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {3, 1, 2}, -3, 0, 0, 4, -1, 3));
    assertThat(
            Tensors.toDoubles(
                constraint().violation(weight, of(PerMember.same(-1, 3), PerMember.same(3, 3)))))
        .containsExactly(2, 1, 0);
  }

  @Test
  void byUnits_asEachWeightIsByItself() {
    assertThat(constraint().byUnits()).isTrue();
  }

  private static Strengths of(PerMember lo, PerMember hi) {
    return Given.strengths(Map.of("lo", lo, "hi", hi));
  }
}
