package dev.bridle.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.plan.TrainingPlan;
import dev.bridle.tensor.Precision;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class AmsGradTest implements UpdateRuleLaws, ConvergenceLaws {
  @Override
  public Rule rule() {
    return new AmsGrad(0.9, 0.999, 1e-8);
  }

  /**
   * beta1 = 0, beta2 = 3/4, gradients 4 and 1: means are the gradients, squares 4 and 13/4, of
   * which 4 stays the largest; corrected by 1/4 and 7/16: 16 and 64/7.
   */
  @Test
  void step_dividesByTheRootOfTheLargestMeanSquare() {
    double[] path = RuleRig.path(new AmsGrad(0, 0.75, 1e-8), 0.5, 4, 1);
    double first = -0.5 * 4 / (4 + 1e-8);
    double second = -0.5 / (Math.sqrt(64.0 / 7) + 1e-8);
    assertThat(path).containsExactly(new double[] {first, first + second}, within(1e-15));
  }

  /** While squares grow, the largest is the last. */
  @Test
  void growingGradients_areAdams() {
    double[] gradients = {0.1, -0.2, 0.4, -0.8, 1.6};
    assertThat(RuleRig.path(rule(), 0.1, gradients))
        .containsExactly(RuleRig.path(new Adam(0.9, 0.999, 1e-8, 0), 0.1, gradients));
  }

  /** After one large gradient its steps stay short, where Adam's grow again. */
  @Test
  void afterALargeGradient_stepsStayShort() {
    double[] gradients = new double[200];
    Arrays.fill(gradients, 0.01);
    gradients[0] = 10;
    double[] ours = RuleRig.path(new AmsGrad(0, 0.9, 1e-8), 0.1, gradients);
    double[] adams = RuleRig.path(new Adam(0, 0.9, 1e-8, 0), 0.1, gradients);
    // the root stays sqrt(0.1 * 10^2): 0.1 * 0.01 / 3.16; Adam's falls to 0.01
    assertThat(ours[198] - ours[199]).isCloseTo(0.001 / Math.sqrt(10), within(1e-9));
    assertThat(adams[198] - adams[199]).isCloseTo(0.1, within(1e-3));
  }

  @Test
  void state_isTwoMeansAndTheLargest() {
    try (RuleRig rig = RuleRig.zeros(rule(), Precision.FLOAT64, 1, 1)) {
      assertThat(rig.rule().state()).hasSize(3);
      assertThat(rig.rule().arrays()).isEqualTo(5);
      assertThat(rig.rule().velocities()).containsExactly(rig.rule().state().get(0));
    }
  }

  @Test
  void of_readsTheCoefficients() {
    assertThat(AmsGrad.of(TrainingPlan.parse("amsgrad(0.1)").rule())).isEqualTo(rule());
    assertThat(
            AmsGrad.of(
                TrainingPlan.parse("amsgrad(0.1, beta1=0.5, beta2=0.75, epsilon=0.001)").rule()))
        .isEqualTo(new AmsGrad(0.5, 0.75, 1e-3));
    assertThat(rule().decay()).isZero();
  }

  @Test
  void coefficients_outOfRange_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AmsGrad(1, 0.999, 1e-8))
        .withMessage("beta1 = 1.0: expected a number in [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AmsGrad(0.9, Double.NaN, 1e-8))
        .withMessage("beta2 = NaN: expected a number in [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AmsGrad(0.9, 0.999, 0))
        .withMessage("epsilon = 0.0: expected a finite number > 0");
  }
}
