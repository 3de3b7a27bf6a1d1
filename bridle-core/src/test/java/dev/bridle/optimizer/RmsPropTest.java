package dev.bridle.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.plan.TrainingPlan;
import dev.bridle.tensor.Precision;
import org.junit.jupiter.api.Test;

final class RmsPropTest implements UpdateRuleLaws, ConvergenceLaws {
  @Override
  public Rule rule() {
    return new RmsProp(0.99, 1e-8);
  }

  /** alpha = 3/4, gradients 2 and -4: squares 1 and 19/4. */
  @Test
  void step_dividesByTheRootOfTheMeanSquare() {
    double[] path = RuleRig.path(new RmsProp(0.75, 1e-8), 0.5, 2, -4);
    double first = -0.5 * 2 / (1 + 1e-8);
    double second = 0.5 * 4 / (Math.sqrt(4.75) + 1e-8);
    assertThat(path).containsExactly(new double[] {first, first + second}, within(1e-15));
  }

  /** Epsilon is added to the root: a gradient of 2 and an epsilon of 1 make 2 / (1 + 1). */
  @Test
  void epsilon_isAddedToTheRoot() {
    assertThat(RuleRig.path(new RmsProp(0.75, 1), 1, 2)).containsExactly(-1);
  }

  /** No correction for the start at 0: the first step is ten rates long. */
  @Test
  void step_first_isLong_whateverTheSizeOfTheGradient() {
    for (double gradient : new double[] {1e-4, 1, 1e6}) {
      assertThat(RuleRig.path(rule(), 0.1, gradient)[0]).isCloseTo(-1, within(1e-2));
    }
  }

  @Test
  void alpha0_isTheSignOfTheGradient() {
    assertThat(RuleRig.path(new RmsProp(0, 1e-30), 0.25, 3, -7, 0.5))
        .containsExactly(-0.25, 0, -0.25);
  }

  @Test
  void state_isTheMeanSquareOnly() {
    try (RuleRig rig = RuleRig.zeros(rule(), Precision.FLOAT64, 1, 1)) {
      assertThat(rig.rule().state()).hasSize(1);
      assertThat(rig.rule().velocities()).isEmpty();
    }
  }

  @Test
  void of_readsTheCoefficients() {
    assertThat(RmsProp.of(TrainingPlan.parse("rmsprop(0.1)").rule())).isEqualTo(rule());
    assertThat(RmsProp.of(TrainingPlan.parse("rmsprop(0.1, alpha=0.5, epsilon=0.001)").rule()))
        .isEqualTo(new RmsProp(0.5, 1e-3));
    assertThat(rule().decay()).isZero();
  }

  @Test
  void coefficients_outOfRange_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RmsProp(1, 1e-8))
        .withMessage("alpha = 1.0: expected a number in [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RmsProp(0.99, Double.NaN))
        .withMessage("epsilon = NaN: expected a finite number > 0");
  }
}
