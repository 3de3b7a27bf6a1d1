package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Task;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class ConfidencePenaltyTest implements ActivityLaws {
  @Override
  public ActivityPenalty penalty() {
    return new ConfidencePenalty();
  }

  @Override
  public String strength() {
    return "beta";
  }

  /** Four equal logits have the entropy log 4, the most there is; the value is negative. */
  @Test
  void value_equalLogits_isMinusTheLogarithmOfTheClasses_andDoesNotPull() {
    Tensor a = Given.tensor(new long[] {1, 2, 4}, 3, 3, 3, 3, -1, -1, -1, -1);
    Strengths strengths = Given.strength("beta", PerMember.of(0.5));
    assertThat(Tensors.toDoubles(penalty().value(a, strengths, spot(a))))
        .containsExactly(new double[] {-0.5 * Math.log(4)}, within(1e-15));
    assertThat(Tensors.toDoubles(gradient(a, strengths)))
        .containsExactly(new double[8], within(1e-15));
  }

  /**
   * Logits log 3 and 0: probabilities 3/4 and 1/4, entropy log 4 - 3/4 log 3. The pull at the first
   * is 3/4 (log 3/4 + H) = 3/16 log 3, and the opposite at the second.
   */
  @Test
  void gradient_threeToOne_pullsThemTogether() {
    Tensor a = Given.tensor(new long[] {1, 1, 2}, Math.log(3), 0);
    Strengths strengths = Given.strength("beta", PerMember.of(2));
    double entropy = Math.log(4) - 0.75 * Math.log(3);
    assertThat(Tensors.toDoubles(penalty().value(a, strengths, spot(a))))
        .containsExactly(new double[] {-2 * entropy}, within(1e-15));
    double pull = 2 * 3.0 / 16 * Math.log(3);
    assertThat(Tensors.toDoubles(gradient(a, strengths)))
        .containsExactly(new double[] {pull, -pull}, within(1e-15));
  }

  /** Certain to the last bit: entropy 0, and no NaN of 0 times infinity. */
  @Test
  void extremeLogits_areNoTrouble() {
    Tensor a = Given.tensor(new long[] {1, 1, 3}, 1000, -1000, 0);
    Strengths strengths = Given.strength("beta", PerMember.of(1));
    assertThat(Tensors.toDoubles(penalty().value(a, strengths, spot(a)))[0]).isZero();
    assertThat(Arrays.stream(Tensors.toDoubles(gradient(a, strengths)))).allMatch(v -> v == 0);
  }

  @Test
  void requireTask_numbers_areRefused() {
    penalty().requireTask(new Task.Classification(List.of("a", "b")));
    assertThatThrownBy(() -> penalty().requireTask(new Task.Regression(List.of("y"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("confidence-penalty");
  }
}
