package dev.bridle.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.testing.Given;
import org.junit.jupiter.api.Test;

final class NesterovTest implements UpdateRuleLaws, GroupConvergenceLaws {
  @Override
  public Rule rule() {
    return new Nesterov(0.9);
  }

  /** mu = 1/2, rate 1: velocities 1, 1.5, moves 1 + 0.5, 1 + 0.75. */
  @Test
  void step_looksOneStepAhead() {
    double[] path = new double[2];
    try (RuleRig rig = RuleRig.zeros(new Nesterov(0.5), Precision.FLOAT64, 1, 1)) {
      for (int i = 0; i < 2; i++) {
        rig.step(Given.tensor(new long[] {1, 1, 1}, 1), PerMember.of(1));
        path[i] = rig.numbers()[0];
      }
    }
    assertThat(path).containsExactly(-1.5, -3.25);
  }

  @Test
  void mu0_isPlainDescent() {
    try (RuleRig rig = RuleRig.zeros(new Nesterov(0), Precision.FLOAT64, 1, 1)) {
      rig.step(Given.tensor(new long[] {1, 1, 1}, 2), PerMember.of(0.25));
      rig.step(Given.tensor(new long[] {1, 1, 1}, 2), PerMember.of(0.25));
      assertThat(rig.numbers()).containsExactly(-1);
    }
  }

  @Test
  void mu_outOfRange_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Nesterov(1))
        .withMessage("mu = 1.0: expected a number in [0, 1)");
  }
}
