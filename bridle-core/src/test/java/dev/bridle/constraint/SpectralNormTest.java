package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.population.Population;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class SpectralNormTest implements NormLaws {
  @Override
  public Constraint constraint() {
    return new SpectralNorm();
  }

  @Override
  public double limit() {
    return 0.2;
  }

  /** Of a power iteration that has ended, not of arithmetic. */
  @Override
  public double rounding(Precision precision) {
    return 1e-5;
  }

  @Override
  public int mateOf(int i) {
    return i - i % 15 + (i + 4) % 15;
  }

  /** Singular values 4 and 3, whatever the order of rows and the signs. */
  @Test
  void project_diagonal_isDividedByTheLargest() {
    Tensor value = Given.tensor(new long[] {1, 2, 2}, 0, -4, 3, 0);
    constraint().project(Weight.kernel(value), Given.strength("c", PerMember.of(1)));
    assertThat(Tensors.toDoubles(value))
        .containsExactly(new double[] {0, -1, 0.75, 0}, within(1e-6));
  }

  /** W = [[3, 0], [4, 5]]: W W^T has trace 50 and determinant 225, so the values are 45 and 5. */
  @Test
  void project_twoMembers_twoLimits() {
    Tensor value = Given.tensor(new long[] {2, 2, 2}, 3, 0, 4, 5, 3, 0, 4, 5);
    double largest = Math.sqrt(45);
    Weight weight = Weight.kernel(value);
    constraint().project(weight, Given.strength("c", PerMember.of(largest / 2, 7)));
    assertThat(Tensors.toDoubles(value))
        .containsExactly(new double[] {1.5, 0, 2, 2.5, 3, 0, 4, 5}, within(1e-6));
  }

  /** One row or one column: its norm; nothing: 0. */
  @Test
  void violation_isThatOfTheTrueValue() {
    Weight rows = Weight.kernel(Given.tensor(new long[] {3, 1, 2}, 3, 4, 0.3, 0.4, 0, 0));
    assertThat(violation(rows, 2)).containsExactly(new double[] {1.5, 0, 0}, within(1e-15));
    Weight square = Weight.kernel(Given.tensor(new long[] {1, 2, 2}, 3, 0, 4, 5));
    assertThat(violation(square, 1))
        .containsExactly(new double[] {Math.sqrt(45) - 1}, within(1e-14));
  }

  /** Where the estimate is too small, the violation says what is left. */
  @Test
  void violation_doesNotTrustTheIteration() {
    try (Family family = family(Precision.FLOAT64, List.of(17, 31), 1)) {
      Weight kernel = family.kernel();
      kernel.remembered("singular-vector").orElseThrow().zero_(); // has to start anew
      project(family);
      double left = violation(kernel, family.strengths().get("c").get(0))[0];
      assertThat(left).isGreaterThan(1e-9); // 20 iterations are too few
      for (int i = 0; i < 30; i++) {
        project(family);
      }
      assertThat(violation(kernel, family.strengths().get("c").get(0))[0]).isLessThan(left / 10);
    }
  }

  /** The second value overtakes the first: the direction that is remembered is left. */
  @Test
  void project_anotherDirectionGrows_isFoundAndHeld() {
    for (Precision precision : Precision.values()) {
      Map<String, PerMember> numbers = Map.of("c", PerMember.of(1));
      try (Family family = family(precision, List.of(2, 2), numbers, 1)) {
        Weight kernel = family.kernel();
        Tensors.write(kernel.value().view(4), new double[] {1, 0, 0, 0.5});
        constraint().remember(kernel);
        for (int i = 0; i < 300; i++) {
          kernel.value().select(1, 1).mul_(Tensors.constant(1.01));
          project(family);
        }
        assertThat(violation(kernel, 1)[0]).isLessThan(1e-3);
      }
    }
  }

  /** Weights that drift by a thousandth an update, as in a training. */
  @Test
  void project_afterEachOfManyUpdates_holdsTheLimit() {
    Draw draw = Draw.of(9);
    try (Family family = family(Precision.FLOAT32, List.of(17, 31), 3)) {
      double worst = 0;
      for (int i = 0; i < 200; i++) {
        Tensor step = draw.tensor(Precision.FLOAT32, 3, 17, 31);
        family.kernel().value().add_(step.mul(Tensors.constant(1e-4)));
        project(family);
        Tensor left = constraint().violation(family.kernel(), family.strengths());
        for (double violation : Tensors.toDoubles(left)) {
          worst = Math.max(worst, violation);
        }
      }
      assertThat(worst).isLessThan(1e-4);
    }
  }

  @Test
  void project_zeroedRows_stillFindsTheRest() {
    try (Family family = family(Precision.FLOAT32, List.of(5, 3), 2)) {
      family.kernel().value().narrow(1, 1, 4).zero_();
      constraint().remember(family.kernel());
      family
          .kernel()
          .value()
          .copy_(family.kernel().value().roll(new long[] {2}, 1)); // another row is left
      project(family);
      for (double violation : Tensors.toDoubles(violations(family))) {
        assertThat(violation).isLessThan(1e-6);
      }
    }
  }

  /** A filter is a row: all its channels and taps. */
  @Test
  void project_filters_areRows() {
    Tensor value = Given.tensor(new long[] {1, 2, 1, 2}, 0, -4, 3, 0);
    constraint().project(Weight.kernel(value), Given.strength("c", PerMember.of(2)));
    assertThat(Tensors.toDoubles(value))
        .containsExactly(new double[] {0, -2, 1.5, 0}, within(1e-6));
  }

  @Test
  void remembers_oneNumberForEachUnit() {
    assertThat(constraint().remembers(Family.kernelSpec(List.of(5, 3))))
        .contains(new StatisticSpec("layer.kernel.singular-vector", 5, 0));
    assertThat(Population.rememberedName(Family.kernelSpec(List.of(5, 3)), "x"))
        .isEqualTo("layer.kernel.x");
  }

  @Test
  void byUnits_asTheValueBelongsToTheWholeMatrix_isFalse() {
    assertThat(constraint().byUnits()).isFalse();
  }

  private Tensor violations(Family family) {
    return constraint().violation(family.kernel(), family.strengths());
  }

  private double[] violation(Weight weight, double c) {
    PerMember limits = PerMember.same(c, weight.members());
    return Tensors.toDoubles(constraint().violation(weight, Given.strength("c", limits)));
  }
}
