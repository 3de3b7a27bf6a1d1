package dev.bridle.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.tensor.Precision;
import org.junit.jupiter.api.Test;

final class AdaGradTest implements UpdateRuleLaws, ConvergenceLaws {
  @Override
  public Rule rule() {
    return new AdaGrad(1e-10);
  }

  /** Its steps become shorter by themselves, so it takes larger rates. */
  @Override
  public double rate() {
    return 0.5;
  }

  /** Gradients 3 and 4: sums of squares 9 and 25, quotients 1 and 4/5. */
  @Test
  void step_dividesByTheRootOfTheSumOfSquares() {
    assertThat(RuleRig.path(rule(), 0.5, 3, 4))
        .containsExactly(new double[] {-0.5, -0.9}, within(1e-10));
  }

  /** Under a gradient of 1 the steps are 1, 1/sqrt(2), 1/sqrt(3), 1/2 rates. */
  @Test
  void constantGradient_stepsFallAsOneOverTheRootOfTime() {
    double[] path = RuleRig.path(rule(), 1, 1, 1, 1, 1);
    assertThat(path[3] - path[2]).isCloseTo(-0.5, within(1e-9));
    assertThat(path[3]).isCloseTo(-1 - Math.sqrt(0.5) - Math.sqrt(1.0 / 3) - 0.5, within(1e-9));
  }

  /** 2 / (2 + 2). */
  @Test
  void epsilon_isAddedToTheRoot() {
    assertThat(RuleRig.path(new AdaGrad(2), 1, 2)).containsExactly(-0.5);
  }

  @Test
  void state_isTheSumOfSquaresOnly() {
    try (RuleRig rig = RuleRig.zeros(rule(), Precision.FLOAT64, 1, 1)) {
      assertThat(rig.rule().state()).hasSize(1);
      assertThat(rig.rule().velocities()).isEmpty();
    }
  }

  @Test
  void plan_readsEpsilon() {
    assertThat(Catalogue.make(TrainingPlan.parse("adagrad(0.1)").rule())).isEqualTo(rule());
    assertThat(Catalogue.make(TrainingPlan.parse("adagrad(0.1, epsilon=0.5)").rule()))
        .isEqualTo(new AdaGrad(0.5));
    assertThat(rule().decay()).isZero();
  }

  @Test
  void epsilon_outOfRange_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdaGrad(0))
        .withMessage("epsilon = 0.0: expected a finite number > 0");
  }
}
