package dev.bridle.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.data.Task;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class MeanSquaredErrorTest implements LossLaws {
  @Override
  public Loss loss() {
    return new MeanSquaredError();
  }

  @Override
  public Tensor targets(Precision precision, int members, int batch, int outputs) {
    return Draw.of(4).tensor(precision, members, batch, outputs);
  }

  @Override
  public Tensor outputsFor(Tensor targets) {
    return targets.clone();
  }

  @Override
  public Tensor reference(Tensor outputs, Tensor targets) {
    return outputs.sub(targets).square().mean(2);
  }

  /** Errors 1, -2, 0 and 3 of two rows with two outputs: (1 + 4 + 0 + 9) / 4. */
  @Test
  void of_isTheMeanOverRowsAndOutputs_withoutAHalf() {
    Tensor outputs = Given.tensor(new long[] {1, 2, 2}, 2, 0, 5, 7);
    Tensor targets = Given.tensor(new long[] {1, 2, 2}, 1, 2, 5, 4);
    Loss.Result result = loss().of(outputs, targets);
    assertThat(Tensors.toDoubles(result.perMember())).containsExactly(3.5);
    assertThat(Tensors.toDoubles(result.gradient())).containsExactly(0.5, -1, 0, 1.5);
    assertThat(Tensors.toDoubles(loss().perRow(outputs, targets))).containsExactly(2.5, 4.5);
  }

  @Test
  void of_regression_isThisLoss() {
    assertThat(Loss.of(new Task.Regression(List.of("y")))).isInstanceOf(MeanSquaredError.class);
  }
}
