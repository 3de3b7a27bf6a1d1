package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.constraint.MaxNorm.Bias;
import dev.bridle.population.Role;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** The form that is written {@code max-norm(c)}, and numbers for the others. */
final class MaxNormTest implements NormLaws {
  @Override
  public Constraint constraint() {
    return form(Limit.ABSOLUTE, Scope.PER_UNIT, Bias.FREE);
  }

  @Override
  public double limit() {
    return 1;
  }

  /** Rows (3, 4) of norm 5 and (0.6, 0) of norm 0.6. */
  @Test
  void project_longRow_landsOnTheSphere_shortRowStays() {
    Tensor value = Given.tensor(new long[] {1, 2, 2}, 3, 4, 0.6, 0);
    project(Scope.PER_UNIT, value, 2.5);
    assertThat(Tensors.toDoubles(value)).containsExactly(1.5, 2, 0.6, 0);
  }

  /** Each member has its own limit. */
  @Test
  void project_twoMembers_twoLimits() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {2, 1, 2}, 3, 4, 3, 4));
    constraint().project(weight, Given.strength("c", PerMember.of(10, 0.5)));
    assertThat(Tensors.toDoubles(weight.value()))
        .containsExactly(new double[] {3, 4, 0.3, 0.4}, within(1e-15));
  }

  @Test
  void project_perInput_takesColumns() {
    Tensor value = Given.tensor(new long[] {1, 2, 2}, 3, 0.6, 4, 0);
    project(Scope.PER_INPUT, value, 2.5);
    assertThat(Tensors.toDoubles(value)).containsExactly(1.5, 0.6, 2, 0);
  }

  /** 1 + 4 + 4 + 16 = 25. */
  @Test
  void project_whole_takesTheMatrix() {
    Tensor value = Given.tensor(new long[] {1, 2, 2}, 1, 2, 2, 4);
    project(Scope.WHOLE, value, 2.5);
    assertThat(Tensors.toDoubles(value)).containsExactly(0.5, 1, 1, 2);
  }

  @Test
  void bias_free_isLeftAlone() {
    assertThat(biasAfter(Bias.FREE, 100, -3000, 1)).containsExactly(1, -3000);
  }

  /** The decision boundary stays at 30 degrees: outputs at 20, 30, 31, 35 are -10, 0, 1, 5. */
  @Test
  void bias_rescaled_keepsTheDecisionBoundary() {
    double[] unit = biasAfter(Bias.RESCALED, 100, -3000, 1);
    assertThat(unit).containsExactly(1, -30);
    for (double[] degreesAndOutput : new double[][] {{20, -10}, {30, 0}, {31, 1}, {35, 5}}) {
      assertThat(unit[0] * degreesAndOutput[0] + unit[1]).isEqualTo(degreesAndOutput[1]);
    }
  }

  /** The vector (3, 4), bias included, of norm 5. */
  @Test
  void bias_joint_isPartOfTheVector() {
    assertThat(biasAfter(Bias.JOINT, 3, 4, 2.5)).containsExactly(1.5, 2);
  }

  @Test
  void bias_otherScope_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form(Limit.ABSOLUTE, Scope.PER_INPUT, Bias.JOINT))
        .withMessage("max-norm bias = joint: expected scope = per-unit, got per-input");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form(Limit.ABSOLUTE, Scope.WHOLE, Bias.RESCALED))
        .withMessage("max-norm bias = rescaled: expected scope = per-unit, got whole");
  }

  /** A root mean square of 0.5 over four numbers is a norm of 1: half of (1, 1, 1, 1). */
  @Test
  void limit_rms_growsWithTheRootOfTheLength() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {1, 1, 4}, 1, 1, 1, 1));
    form(Limit.RMS, Scope.PER_UNIT, Bias.FREE).project(weight, c(0.5));
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(0.5, 0.5, 0.5, 0.5);
  }

  /** Norms 5 and 1 at the start; all tripled, then held at twice the start. */
  @Test
  void limit_ofTheStart_isEachVectorsOwn() {
    Tensor norms = Given.tensor(new long[] {1, 2}, 0, 0);
    Weight weight =
        Weight.kernel(Given.tensor(new long[] {1, 2, 2}, 3, 4, 1, 0)).withInitialNorm(norms);
    MaxNorm start = form(Limit.TIMES_INITIAL, Scope.PER_UNIT, Bias.FREE);
    start.remember(weight);
    assertThat(Tensors.toDoubles(norms)).containsExactly(5, 1);
    weight.value().mul_(Tensors.constant(3));
    start.project(weight, c(2));
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(6, 8, 2, 0);
    assertThat(Tensors.toDoubles(norms)).containsExactly(5, 1);
  }

  /** Biases start at 0: their limit is 0 then, and they stay there, but never become NaN. */
  @Test
  void limit_ofAStartAt0_holdsAt0() {
    for (Precision precision : Precision.values()) {
      Weight weight =
          Weight.kernel(Tensors.of(precision, new double[4], 1, 2, 2))
              .withInitialNorm(Tensors.of(precision, new double[] {7, 7}, 1, 2));
      MaxNorm start = form(Limit.TIMES_INITIAL, Scope.PER_UNIT, Bias.FREE);
      start.remember(weight);
      weight.value().narrow(1, 0, 1).fill_(Tensors.constant(0.5));
      start.project(weight, c(precision, 2));
      double[] after = Tensors.toDoubles(weight.value());
      assertThat(after).containsExactly(new double[4], within(1e-30));
      assertThat(Tensors.toDoubles(start.violation(weight, c(precision, 2)))[0]).isLessThan(1e-6);
    }
  }

  @Test
  void remembers_onlyNormsOfTheStart_oneForEachVector() {
    StatisticSpec units = new StatisticSpec("layer.kernel.initial-norm", 5, 0);
    assertThat(form(Limit.TIMES_INITIAL, Scope.PER_UNIT, Bias.FREE).remembers(kernel()))
        .contains(units);
    assertThat(form(Limit.TIMES_INITIAL, Scope.PER_INPUT, Bias.FREE).remembers(kernel()))
        .map(StatisticSpec::size)
        .contains(3);
    assertThat(form(Limit.TIMES_INITIAL, Scope.WHOLE, Bias.FREE).remembers(kernel()))
        .map(StatisticSpec::size)
        .contains(1);
    assertThat(constraint().remembers(kernel())).isEmpty();
  }

  /** Norms 5 and 13 against 4: outside by a quarter and by 9/4. */
  @Test
  void violation_isTheWorstVector_asAShareOfTheLimit() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {2, 2, 2}, 3, 4, 5, 12, 1, 0, 0, 1));
    Tensor violation = constraint().violation(weight, Given.strength("c", PerMember.same(4, 2)));
    assertThat(Tensors.toDoubles(violation)).containsExactly(2.25, 0);
  }

  /** A bias is a vector of one number for each unit: its size is limited. */
  @Test
  void project_bias_limitsEachNumber() {
    try (Family family =
        Family.drawn(Precision.FLOAT64, List.of(3, 2), Family.same(1, List.of("c"), 1), 1)) {
      Weight bias = family.bias();
      assertThat(bias.spec().role()).isEqualTo(Role.BIAS);
      Tensors.write(bias.value(), new double[] {-4, 0.5, 2});
      constraint().project(bias, family.strengths());
      assertThat(Tensors.toDoubles(bias.value())).containsExactly(-1, 0.5, 1);
    }
  }

  private static MaxNorm form(Limit limit, Scope scope, Bias bias) {
    return new MaxNorm(limit, scope, bias, false);
  }

  private static WeightSpec kernel() {
    return Family.kernelSpec(List.of(5, 3));
  }

  private static void project(Scope scope, Tensor value, double c) {
    form(Limit.ABSOLUTE, scope, Bias.FREE).project(Weight.kernel(value), c(c));
  }

  /** One unit with one input: its weight and bias after a projection. */
  private static double[] biasAfter(Bias mode, double weight, double bias, double c) {
    Tensor b = Given.tensor(new long[] {1, 1}, bias);
    Tensor w = Given.tensor(new long[] {1, 1, 1}, weight);
    Weight unit = Weight.kernel(w).withBias(Weight.kernel(b));
    form(Limit.ABSOLUTE, Scope.PER_UNIT, mode).project(unit, c(c));
    return new double[] {Tensors.toDoubles(w)[0], Tensors.toDoubles(b)[0]};
  }

  private static Strengths c(double value) {
    return Given.strength("c", PerMember.of(value));
  }

  private static Strengths c(Precision precision, double value) {
    return Given.strength(precision, "c", PerMember.of(value));
  }
}
