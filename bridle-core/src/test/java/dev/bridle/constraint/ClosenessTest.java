package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.constraint.MaxNorm.Bias;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How close units are to their bound: rows (3, 4) of norm 5 and sum 7, and (0.6, -0.8). */
final class ClosenessTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void maxNorm_isNormOverLimit() {
    Constraint constraint =
        new MaxNorm(Limit.ABSOLUTE, dev.bridle.constraint.Scope.PER_UNIT, Bias.FREE, false);
    assertThat(closeness(constraint, Map.of("c", 10.0))).containsExactly(0.5, 0.1);
    assertThat(closeness(constraint, Map.of("c", INFINITY))).containsExactly(0, 0);
  }

  @Test
  void maxNormAsRms_isOfTheNormThatStandsFor() { // rms(5) of two numbers: 5 sqrt(2)
    Constraint constraint =
        new MaxNorm(Limit.RMS, dev.bridle.constraint.Scope.PER_UNIT, Bias.FREE, false);
    double[] expected = {1 / Math.sqrt(2), 0.2 / Math.sqrt(2)};
    assertThat(closeness(constraint, Map.of("c", 5.0))).containsExactly(expected, within(1e-15));
  }

  @Test
  void l1Ball_isSumOverLimit() {
    Constraint constraint = new L1Ball(dev.bridle.constraint.Scope.PER_UNIT);
    assertThat(closeness(constraint, Map.of("c", 14.0)))
        .containsExactly(new double[] {0.5, 0.1}, within(1e-15));
  }

  @Test
  void minMaxNorm_isToTheCloserLimit_andPartOfTheWayIsAllowed() {
    Constraint constraint = new MinMaxNorm(dev.bridle.constraint.Scope.PER_UNIT);
    Map<String, Double> numbers = Map.of("lo", 0.75, "hi", 10.0, "rate", 0.5);
    assertThat(closeness(constraint, numbers)).containsExactly(0.5, 0.75);
    try (Arena arena = new Arena()) {
      assertThat(constraint.allowance(strengths(numbers, arena), 0)).isEqualTo(INFINITY);
      assertThat(constraint.allowance(strengths(Map.of("rate", 1.0), arena), 0)).isEqualTo(1e-5);
    }
  }

  @Test
  void box_isOneOnALimit() {
    assertThat(closeness(new Box(), Map.of("lo", -0.8, "hi", 4.0))).containsExactly(0, 1, 0, 1);
  }

  @Test
  void nonNegative_isOneAtZero() {
    assertThat(closeness(new NonNegative(), Map.of())).containsExactly(0, 0, 0, 1);
  }

  @Test
  void spectralNorm_isTheLargestSingularValueOverTheLimit() { // W W^T = [[25, -1.4], [-1.4, 1]]
    double largest = Math.sqrt(13 + Math.sqrt(144 + 1.96));
    assertThat(closeness(new SpectralNorm(), Map.of("c", 2.0)))
        .containsExactly(new double[] {largest / 2}, within(1e-6));
  }

  @Test
  void unitNorm_hasNone_sinceAllLieOnIt() {
    try (Scope scope = Scope.open();
        Arena arena = new Arena()) {
      assertThat(
              new UnitNorm(dev.bridle.constraint.Scope.PER_UNIT)
                  .closeness(weight(), strengths(Map.of(), arena)))
          .isEmpty();
    }
  }

  private static double[] closeness(Constraint constraint, Map<String, Double> numbers) {
    try (Scope scope = Scope.open();
        Arena arena = new Arena()) {
      return Tensors.toDoubles(
          constraint.closeness(weight(), strengths(numbers, arena)).orElseThrow());
    }
  }

  private static Weight weight() {
    return Weight.kernel(Given.tensor(new long[] {1, 2, 2}, 3, 4, 0.6, -0.8));
  }

  private static Strengths strengths(Map<String, Double> numbers, Arena arena) {
    Map<String, PerMember> one = new HashMap<>();
    numbers.forEach((name, value) -> one.put(name, PerMember.of(value)));
    return new Strengths(one, Precision.FLOAT64, arena);
  }
}
