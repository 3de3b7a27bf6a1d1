package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.constraint.MaxNorm.Bias;
import dev.bridle.population.StatisticSpec;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a recipe says is what is made: both do the same to the bit. */
@ExtendWith(InScope.class)
final class MaxNormTextTest {
  @ParameterizedTest
  @MethodSource("texts")
  void of_readsTheForm(String text, MaxNorm expected) {
    MaxNorm read = MaxNorm.of(Given.settings(text));
    assertThat(after(read)).isEqualTo(after(expected));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("max-norm(2)", form(Limit.ABSOLUTE, Scope.PER_UNIT, Bias.FREE)),
        Arguments.of("max-norm(2x-init)", form(Limit.TIMES_INITIAL, Scope.PER_UNIT, Bias.FREE)),
        Arguments.of("max-norm(rms(2))", form(Limit.RMS, Scope.PER_UNIT, Bias.FREE)),
        Arguments.of("max-norm(2, bias=joint)", form(Limit.ABSOLUTE, Scope.PER_UNIT, Bias.JOINT)),
        Arguments.of(
            "max-norm(2, bias=rescaled)", form(Limit.ABSOLUTE, Scope.PER_UNIT, Bias.RESCALED)),
        Arguments.of(
            "max-norm(2, scope=per-input)", form(Limit.ABSOLUTE, Scope.PER_INPUT, Bias.FREE)),
        Arguments.of("max-norm(2, scope=whole)", form(Limit.ABSOLUTE, Scope.WHOLE, Bias.FREE)),
        Arguments.of(
            "max-norm(2, momentum=tangent)",
            new MaxNorm(Limit.ABSOLUTE, Scope.PER_UNIT, Bias.FREE, true)));
  }

  private static MaxNorm form(Limit limit, Scope scope, Bias bias) {
    return new MaxNorm(limit, scope, bias, false);
  }

  /** Weights, bias and velocity after one projection with limit 0.3. */
  private static List<Double> after(MaxNorm constraint) {
    List<Integer> shape = List.of(5, 3);
    List<StatisticSpec> remembered =
        constraint.remembers(Family.kernelSpec(shape)).stream().toList();
    Map<String, PerMember> limit = Family.same(0.3, List.of("c"), 1);
    try (Family family = Family.drawn(Precision.FLOAT64, shape, limit, 1, remembered)) {
      constraint.remember(family.kernel());
      constraint.project(family.kernel(), family.strengths());
      constraint.restrain(family.kernel(), List.of(family.gradient()), family.strengths());
      List<Double> numbers = new ArrayList<>();
      for (double number : family.row(0)) {
        numbers.add(number);
      }
      for (double number : Tensors.toDoubles(family.gradient())) {
        numbers.add(number);
      }
      return numbers;
    }
  }
}
