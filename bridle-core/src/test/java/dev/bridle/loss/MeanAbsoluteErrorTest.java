package dev.bridle.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class MeanAbsoluteErrorTest implements LossLaws {
  @Override
  public Loss loss() {
    return new MeanAbsoluteError();
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
    return outputs.sub(targets).abs().mean(2);
  }

  /** Errors 1, -2, 0 and 3 of two rows with two outputs: (1 + 2 + 0 + 3) / 4. */
  @Test
  void of_isTheMeanOverRowsAndOutputs_withSlope0WhereThereIsNoError() {
    Tensor outputs = Given.tensor(new long[] {1, 2, 2}, 2, 0, 5, 7);
    Tensor targets = Given.tensor(new long[] {1, 2, 2}, 1, 2, 5, 4);
    Loss.Result result = loss().of(outputs, targets);
    assertThat(Tensors.toDoubles(result.perMember())).containsExactly(1.5);
    assertThat(Tensors.toDoubles(result.gradient())).containsExactly(0.25, -0.25, 0, 0.25);
    assertThat(Tensors.toDoubles(loss().perRow(outputs, targets))).containsExactly(1.5, 1.5);
  }
}
