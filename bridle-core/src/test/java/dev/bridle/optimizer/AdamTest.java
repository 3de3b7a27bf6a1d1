package dev.bridle.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Term;
import org.junit.jupiter.api.Test;

final class AdamTest implements UpdateRuleLaws, ConvergenceLaws {
  @Override
  public Rule rule() {
    return new Adam(0.9, 0.999, 1e-8, 0);
  }

  /**
   * beta1 = 1/2, beta2 = 3/4, gradients 1 and 3: means 1/2 and 7/4, corrected 1 and 7/3; squares
   * 1/4 and 39/16, corrected 1 and 39/7.
   */
  @Test
  void step_dividesByTheRootOfTheMeanSquare() {
    double[] path = RuleRig.path(new Adam(0.5, 0.75, 1e-8, 0), 0.1, 1, 3);
    double first = -0.1 / (1 + 1e-8);
    double second = -0.1 * (7.0 / 3) / (Math.sqrt(39.0 / 7) + 1e-8);
    assertThat(path).containsExactly(new double[] {first, first + second}, within(1e-15));
  }

  /**
   * The first step is the rate, whatever the size of the gradient; epsilon counts for tiny ones.
   */
  @Test
  void step_first_doesNotDependOnTheSizeOfTheGradient() {
    for (double gradient : new double[] {1e-4, 1, 1e6}) {
      assertThat(RuleRig.path(rule(), 0.1, gradient)[0]).isCloseTo(-0.1, within(1e-4));
    }
    assertThat(RuleRig.path(rule(), 0.1, 1e-8)[0]).isCloseTo(-0.05, within(1e-9));
  }

  @Test
  void decay_comesWithAdamwOnly() {
    assertThat(Adam.of(rule("adam(0.1)"))).isEqualTo(rule());
    assertThat(Adam.withDecay(rule("adamw(0.1)")).decay()).isEqualTo(1e-2);
    assertThat(Adam.withDecay(rule("adamw(0.1, decay=0.5)")).decay()).isEqualTo(0.5);
    assertThat(rule().decay()).isZero();
  }

  @Test
  void of_readsTheCoefficients() {
    assertThat(Adam.of(rule("adam(0.1, beta1=0.5, beta2=0.75, epsilon=0.001)")))
        .isEqualTo(new Adam(0.5, 0.75, 1e-3, 0));
  }

  @Test
  void coefficients_outOfRange_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(1, 0.999, 1e-8, 0))
        .withMessage("beta1 = 1.0: expected a number in [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.9, -1, 1e-8, 0))
        .withMessage("beta2 = -1.0: expected a number in [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.9, 0.999, 0, 0))
        .withMessage("epsilon = 0.0: expected a finite number > 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.9, 0.999, 1e-8, Double.NaN))
        .withMessage("decay = NaN: expected a finite number >= 0");
  }

  private static Term rule(String text) {
    return TrainingPlan.parse(text).rule();
  }
}
