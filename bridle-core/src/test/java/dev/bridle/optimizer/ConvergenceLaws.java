package dev.bridle.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.penalty.ElasticNet;
import dev.bridle.penalty.L1;
import dev.bridle.penalty.Penalty;
import dev.bridle.penalty.Solver;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every update rule reaches the one minimum of a convex problem, with a penalty by proximal step or
 * by subgradient: \( \frac12 w^\top Q w - b^\top w + l_1 \sum |w| + l_2 \sum w^2 \), Q with
 * correlations of one half, for two members with strengths of their own.
 */
@ExtendWith(InScope.class)
interface ConvergenceLaws {
  /** Where the minimum without a penalty is. */
  double[] SOLUTION = {2, -1, 0.3, 0, -0.2};

  /** Subgradients hover around 0 by about the rate, which keeps the other weights off as well. */
  double HOVERING = 3e-3;

  /** The strengths of the members. */
  PerMember L_1 = PerMember.of(0.3, 0.8);

  PerMember L_2 = PerMember.of(0.1, 0.4);

  /** The rule under test. */
  Rule rule();

  /** The learning rate of the first half. */
  default double rate() {
    return 0.02;
  }

  @Test
  default void noPenalty_reachesTheMinimum() {
    double[] found = minimise(new L1(Solver.SUBGRADIENT), Map.of("lambda", PerMember.of(0, 0)));
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(SOLUTION[i % 5], within(1e-5));
    }
  }

  @Test
  default void l1_proximalAndSubgradient_reachOneMinimum() {
    double[] expected = reference(PerMember.of(0, 0));
    double[] proximal = minimise(new L1(Solver.PROXIMAL), Map.of("lambda", L_1));
    double[] subgradient = minimise(new L1(Solver.SUBGRADIENT), Map.of("lambda", L_1));
    assertThat(proximal).containsExactly(expected, within(1e-5));
    assertThat(subgradient).containsExactly(expected, within(HOVERING));
    assertSameZeros(proximal, expected);
  }

  @Test
  default void elasticNet_proximalAndSubgradient_reachOneMinimum() {
    double[] expected = reference(L_2);
    Map<String, PerMember> numbers = Map.of("l1", L_1, "l2", L_2);
    double[] proximal = minimise(new ElasticNet(Solver.PROXIMAL, false), numbers);
    double[] subgradient = minimise(new ElasticNet(Solver.SUBGRADIENT, false), numbers);
    assertThat(proximal).containsExactly(expected, within(1e-5));
    assertThat(subgradient).containsExactly(expected, within(HOVERING));
    assertSameZeros(proximal, expected);
  }

  /** Where a rule comes to rest, {@code [2 * 5]}. */
  default double[] minimise(Penalty penalty, Map<String, PerMember> numbers) {
    Strengths strengths = Given.strengths(numbers);
    Tensor q = Given.tensor(new long[] {5, 5}, flat());
    Tensor b = Given.tensor(new long[] {1, 1, 5}, times(SOLUTION));
    try (RuleRig rig = RuleRig.zeros(rule(), Precision.FLOAT64, 2, 5)) {
      for (int step = 0; step < 3000; step++) {
        // at full length until close, then shorter and shorter
        PerMember rates = PerMember.same(rate() * Math.min(1, Math.pow(0.99, step - 1500)), 2);
        try (Scope scope = Scope.open()) {
          rig.give(rig.weight().value().matmul(q).sub(b));
          penalty.addGradient(rig.weight(), rig.part(), strengths);
          rig.move(rates);
          if (penalty.shrinks()) {
            penalty.shrink(rig.weight(), rig.pull(rates), strengths);
          }
        }
      }
      return rig.numbers();
    }
  }

  /** Coordinate descent: one coordinate after the other to its own minimum, many times over. */
  private static double[] reference(PerMember l2) {
    double[] b = times(SOLUTION);
    double[] found = new double[10];
    for (int k = 0; k < 2; k++) {
      for (int sweep = 0; sweep < 500; sweep++) {
        for (int i = 0; i < 5; i++) {
          double slope = b[i];
          for (int j = 0; j < 5; j++) {
            slope -= j == i ? 0 : q(i, j) * found[5 * k + j];
          }
          double size = Math.max(Math.abs(slope) - L_1.get(k), 0);
          found[5 * k + i] = Math.copySign(size, slope) / (q(i, i) + 2 * l2.get(k));
        }
      }
    }
    return found;
  }

  /** The derivative of the problem without a penalty by weight i. */
  static double slope(double[] w, int i) {
    double slope = -times(SOLUTION)[i];
    for (int j = 0; j < 5; j++) {
      slope += q(i, j) * w[j];
    }
    return slope;
  }

  private static double q(int i, int j) {
    return i == j ? 1 : 0.5;
  }

  private static double[] flat() {
    double[] flat = new double[25];
    for (int i = 0; i < 25; i++) {
      flat[i] = q(i / 5, i % 5);
    }
    return flat;
  }

  private static double[] times(double[] w) {
    double[] product = new double[5];
    for (int i = 0; i < 25; i++) {
      product[i / 5] += q(i / 5, i % 5) * w[i % 5];
    }
    return product;
  }

  private static void assertSameZeros(double[] actual, double[] expected) {
    assertThat(zeros(actual)).isEqualTo(zeros(expected)).isNotEmpty();
  }

  private static List<Integer> zeros(double[] numbers) {
    return IntStream.range(0, numbers.length).filter(i -> numbers[i] == 0).boxed().toList();
  }
}
