package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.declaration.Settings;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class MinMaxNormTest {
  /** The laws of each scope, at a rate of 1. */
  interface ShellLaws extends ConstraintLaws {
    Scope scope();

    @Override
    default Constraint constraint() {
      return new MinMaxNorm(scope());
    }

    @Override
    default Map<String, PerMember> strengths(int members) {
      return Map.of(
          "lo", Family.around(0.5, List.of("lo"), members).get("lo"),
          "hi", Family.around(1, List.of("hi"), members).get("hi"),
          "rate", PerMember.same(1, members));
    }

    /** Each vector has a norm of three quarters of {@code hi}, in a single number. */
    @Override
    default void moveInside(Family family) {
      Tensor value = family.kernel().value();
      Tensor hi = family.strengths().of("hi", value);
      value.zero_();
      FirstNumbers.of(scope(), value).sub_(hi.mul(Tensors.constant(0.75)));
    }
  }

  @Nested
  final class PerUnit implements ShellLaws {
    @Override
    public Scope scope() {
      return Scope.PER_UNIT;
    }
  }

  @Nested
  final class PerInput implements ShellLaws {
    @Override
    public Scope scope() {
      return Scope.PER_INPUT;
    }
  }

  @Nested
  final class Whole implements ShellLaws {
    @Override
    public Scope scope() {
      return Scope.WHOLE;
    }
  }

  /** Norms 5, 0, 0.5 and 1 against [1, 2]; the last is inside. */
  @Test
  void project_landsOnTheNearerSphere_zeroAndInsideStay() {
    assertThat(projected("min-max-norm(1, hi=2)", 3, 4, 0, 0, 0.3, 0.4, 1, 0))
        .containsExactly(new double[] {1.2, 1.6, 0, 0, 0.6, 0.8, 1, 0}, within(1e-15));
  }

  /** Half of the way from 5 to 2 is 3.5, from 0.5 to 1 it is 0.75. */
  @Test
  void project_rateOfAHalf_goesHalfOfTheWay() {
    assertThat(projected("min-max-norm(1, hi=2, rate=0.5)", 3, 4, 0, 0, 0.3, 0.4, 1, 0))
        .containsExactly(new double[] {2.1, 2.8, 0, 0, 0.45, 0.6, 1, 0}, within(1e-15));
  }

  /** Columns (3, 4) and (0, 0.5), two of them each. */
  @Test
  void project_perInput_takesColumns() {
    Tensor value = Given.tensor(new long[] {1, 2, 2}, 3, 0, 4, 0.5);
    form("min-max-norm(1, hi=2.5, scope=per-input)").project(Weight.kernel(value), of(1, 2.5, 1));
    assertThat(Tensors.toDoubles(value)).containsExactly(1.5, 0, 2, 1);
  }

  @Test
  void project_severalMembers_eachHasItsNumbers() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {3, 1, 2}, 3, 4, 3, 4, 3, 4));
    Strengths strengths =
        Given.strengths(
            Map.of(
                "lo", PerMember.of(0, 10, 0),
                "hi", PerMember.of(2.5, 20, 2),
                "rate", PerMember.of(1, 1, 0.5)));
    new MinMaxNorm(Scope.PER_UNIT).project(weight, strengths);
    assertThat(Tensors.toDoubles(weight.value()))
        .containsExactly(new double[] {1.5, 2, 6, 8, 2.1, 2.8}, within(1e-15));
  }

  /** Whatever the rate, a vector inside is multiplied by exactly 1. */
  @Test
  void project_anyRate_insideKeepsEveryBit() {
    for (Precision precision : Precision.values()) {
      double[] rates = Draw.of(3).uniform(200, 0, 1);
      Tensor value = Draw.of(4).awayFromZero(precision, rates.length, 2, 3);
      value.narrow(1, 0, 1).mul_(Tensors.constant(100)); // outside, so that all are multiplied
      Tensor before = value.clone();
      Map<String, PerMember> numbers =
          Map.of(
              "lo", PerMember.same(0.01, rates.length),
              "hi", PerMember.same(10, rates.length),
              "rate", PerMember.of(rates));
      try (Family holder = Family.drawn(precision, List.of(1, 1), numbers, rates.length)) {
        new MinMaxNorm(Scope.PER_UNIT).project(Weight.kernel(value), holder.strengths());
      }
      Bits.assertSame(value.select(1, 1), before.select(1, 1), precision.toString());
      assertThat(value.select(1, 0).equal(before.select(1, 0))).isFalse();
    }
  }

  @Test
  void project_rateOf0OrNoLimits_keepsEveryBit() {
    for (double[] absent : new double[][] {{1, 2, 0}, {0, Double.POSITIVE_INFINITY, 1}}) {
      Weight weight = Weight.kernel(Given.tensor(new long[] {1, 2, 2}, 3.1, 4.2, 0.1, 0));
      new MinMaxNorm(Scope.PER_UNIT).project(weight, of(absent[0], absent[1], absent[2]));
      assertThat(Tensors.toDoubles(weight.value())).containsExactly(3.1, 4.2, 0.1, 0);
    }
  }

  /** Norm 5 is above 2 by 1.5 times as much, norm 0.25 below 1 by three quarters; 0 is inside. */
  @Test
  void violation_isAShareOfTheLimitThatIsViolated() {
    Weight weight =
        Weight.kernel(Given.tensor(new long[] {3, 2, 2}, 3, 4, 0, 0, 0.15, 0.2, 0, 1, 0, 0, 0, 2));
    Strengths strengths =
        Given.strengths(
            Map.of(
                "lo", PerMember.of(0, 1, 1),
                "hi", PerMember.same(2, 3),
                "rate", PerMember.same(0.5, 3)));
    assertThat(Tensors.toDoubles(new MinMaxNorm(Scope.PER_UNIT).violation(weight, strengths)))
        .containsExactly(1.5, 0.75, 0);
  }

  @Test
  void byUnits_onlyWhereAVectorBelongsToOneUnit() {
    assertThat(new MinMaxNorm(Scope.PER_UNIT).byUnits()).isTrue();
    assertThat(new MinMaxNorm(Scope.PER_INPUT).byUnits()).isFalse();
    assertThat(new MinMaxNorm(Scope.WHOLE).byUnits()).isFalse();
  }

  /** A kernel {@code [4, 2]} after one projection. */
  private static double[] projected(String text, double... values) {
    Tensor value = Given.tensor(new long[] {1, 4, 2}, values);
    Settings settings = Given.settings(text);
    Strengths numbers = of(settings.number("lo"), settings.number("hi"), settings.number("rate"));
    MinMaxNorm.of(settings).project(Weight.kernel(value), numbers);
    return Tensors.toDoubles(value);
  }

  private static MinMaxNorm form(String text) {
    return MinMaxNorm.of(Given.settings(text));
  }

  private static Strengths of(double lo, double hi, double rate) {
    return Given.strengths(
        Map.of("lo", PerMember.of(lo), "hi", PerMember.of(hi), "rate", PerMember.of(rate)));
  }
}
