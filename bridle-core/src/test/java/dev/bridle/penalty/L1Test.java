package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class L1Test {
  private final Weight weight =
      Weight.kernel(Given.tensor(new long[] {2, 1, 3}, 3, -4, 0, 1, 2, -2));

  @Nested
  final class Proximal implements ShrinkLaws {
    @Override
    public Penalty penalty() {
      return new L1(Solver.PROXIMAL);
    }

    @Override
    public String threshold() {
      return "lambda";
    }
  }

  @Nested
  final class Subgradient implements PenaltyLaws {
    @Override
    public Penalty penalty() {
      return new L1(Solver.SUBGRADIENT);
    }
  }

  @Test
  void value_sumOfSizes_timesEachStrength() {
    Tensor value =
        new L1(Solver.PROXIMAL).value(weight, Given.strength("lambda", PerMember.of(2, 0.5)));
    assertThat(Tensors.toDoubles(value)).containsExactly(14, 2.5); // 2 * (3 + 4), (1 + 2 + 2) / 2
  }

  @Test
  void gradient_subgradient_isTheSign_and0At0() {
    Tensor gradient = Given.tensor(new long[] {2, 1, 3}, 10, 10, 10, 0, 0, 0);
    new L1(Solver.SUBGRADIENT)
        .addGradient(weight, gradient, Given.strength("lambda", PerMember.of(2, 0.5)));
    assertThat(Tensors.toDoubles(gradient)).containsExactly(12, 8, 10, 0.5, 0.5, -0.5);
  }

  @Test
  void gradient_proximal_isLeftAlone() {
    Tensor gradient = Given.tensor(new long[] {2, 1, 3}, 10, 10, 10, 0, 0, 0);
    new L1(Solver.PROXIMAL)
        .addGradient(weight, gradient, Given.strength("lambda", PerMember.of(2, 0.5)));
    assertThat(Tensors.toDoubles(gradient)).containsExactly(10, 10, 10, 0, 0, 0);
  }

  /** Thresholds 2 * 1.75 = 3.5 and 0.5 * 1.75 = 0.875. */
  @Test
  void shrink_movesBy_pullTimesStrength() {
    Tensor pull = PerMember.same(1.75, 2).tensor(Precision.FLOAT64, 3);
    new L1(Solver.PROXIMAL).shrink(weight, pull, Given.strength("lambda", PerMember.of(2, 0.5)));
    assertThat(Tensors.toDoubles(weight.value()))
        .containsExactly(new double[] {0, -0.5, 0, 0.125, 1.125, -1.125}, within(1e-15));
  }

  @Test
  void shrinks_onlyTheProximalOne() {
    assertThat(new L1(Solver.PROXIMAL).shrinks()).isTrue();
    assertThat(new L1(Solver.SUBGRADIENT).shrinks()).isFalse();
  }

  @Test
  void of_readsTheSolver_proximalByDefault() {
    assertThat(L1.of(Given.settings("l1(0.1)")).shrinks()).isTrue();
    assertThat(L1.of(Given.settings("l1(0.1, solver=proximal)")).shrinks()).isTrue();
    assertThat(L1.of(Given.settings("l1(0.1, solver=subgradient)")).shrinks()).isFalse();
  }
}
