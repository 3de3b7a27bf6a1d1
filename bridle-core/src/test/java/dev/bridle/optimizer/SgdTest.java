package dev.bridle.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.testing.Given;
import org.junit.jupiter.api.Test;

final class SgdTest implements UpdateRuleLaws, GroupConvergenceLaws {
  @Override
  public Rule rule() {
    return new Sgd();
  }

  /** From 0, rate 1/4. */
  @Test
  void step_isTheRateTimesTheGradient() {
    try (RuleRig rig = RuleRig.zeros(rule(), Precision.FLOAT64, 2, 1)) {
      rig.step(Given.tensor(new long[] {2, 1, 1}, 2, 2), PerMember.of(0.25, 0.5));
      assertThat(rig.numbers()).containsExactly(-0.5, -1);
      rig.step(Given.tensor(new long[] {2, 1, 1}, -1, 4), PerMember.of(0.25, 0.5));
      assertThat(rig.numbers()).containsExactly(-0.25, -3);
    }
  }

  @Test
  void state_isNone() {
    try (RuleRig rig = RuleRig.zeros(rule(), Precision.FLOAT64, 2, 1)) {
      assertThat(rig.rule().state()).isEmpty();
      assertThat(rig.rule().velocities()).isEmpty();
      assertThat(rig.rule().carry()).isZero();
    }
    assertThat(rule().decay()).isZero();
  }
}
