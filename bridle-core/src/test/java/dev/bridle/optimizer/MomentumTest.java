package dev.bridle.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.testing.Given;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class MomentumTest implements UpdateRuleLaws, GroupConvergenceLaws {
  @Override
  public Rule rule() {
    return new Momentum(0.9);
  }

  /** mu = 1/2, rate 1: velocities 1, 1.5, -0.25. */
  @Test
  void step_movesAlongTheRunningSum() {
    double[] path = new double[3];
    try (RuleRig rig = RuleRig.zeros(new Momentum(0.5), Precision.FLOAT64, 1, 1)) {
      double[] gradients = {1, 1, -1};
      for (int i = 0; i < 3; i++) {
        rig.step(Given.tensor(new long[] {1, 1, 1}, gradients[i]), PerMember.of(1));
        path[i] = rig.numbers()[0];
      }
    }
    assertThat(path).containsExactly(-1, -2.5, -2.25);
  }

  @Test
  void gradient_isTheVelocityItself() {
    try (RuleRig rig = RuleRig.zeros(rule(), Precision.FLOAT64, 1, 1)) {
      assertThat(rig.rule().carry()).isEqualTo(0.9);
      assertThat(rig.rule().velocities()).containsExactly(rig.rule().gradient());
    }
  }

  /** With gradients in rows of their own, as for trainings that clip them. */
  @Nested
  final class Apart implements UpdateRuleLaws, ConvergenceLaws {
    @Override
    public Rule rule() {
      return population -> new Momentum(0.9).buildApart(population);
    }

    @Test
    void gradient_isNotTheVelocity() {
      try (RuleRig rig = RuleRig.zeros(rule(), Precision.FLOAT64, 1, 1)) {
        assertThat(rig.rule().carry()).isZero();
        assertThat(rig.rule().velocities()).doesNotContain(rig.rule().gradient());
      }
    }
  }

  @Test
  void mu_outOfRange_isRefused() {
    for (double mu : new double[] {1, -0.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Momentum(mu))
          .withMessage("mu = " + mu + ": expected a number in [0, 1)");
    }
  }
}
