package dev.bridle.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HuberTest implements LossLaws {
  @Override
  public Loss loss() {
    return new Huber(0.75);
  }

  @Override
  public Tensor targets(Precision precision, int members, int batch, int outputs) {
    return Draw.of(4).tensor(precision, members, batch, outputs);
  }

  @Override
  public Tensor outputsFor(Tensor targets) {
    return targets.clone();
  }

  /** The two branches, chosen by the size of the error. */
  @Override
  public Tensor reference(Tensor outputs, Tensor targets) {
    Tensor sizes = outputs.sub(targets).abs();
    Tensor squared = sizes.square().mul(Tensors.constant(0.5));
    Tensor line = sizes.sub(Tensors.constant(0.375)).mul(Tensors.constant(0.75));
    return torch.where(sizes.le(Tensors.constant(0.75)), squared, line).mean(2);
  }

  /** Errors 1, -2, 0 and 3, delta 2: (1/2 + 2 + 0 + 2 (3 - 1)) / 4; slopes clamped to 2. */
  @Test
  void of_isSquaredWithinDelta_absoluteBeyond() {
    Tensor outputs = Given.tensor(new long[] {1, 2, 2}, 2, 0, 5, 7);
    Tensor targets = Given.tensor(new long[] {1, 2, 2}, 1, 2, 5, 4);
    Loss huber = new Huber(2);
    Loss.Result result = huber.of(outputs, targets);
    assertThat(Tensors.toDoubles(result.perMember())).containsExactly(6.5 / 4);
    assertThat(Tensors.toDoubles(result.gradient())).containsExactly(0.25, -0.5, 0, 0.5);
    assertThat(Tensors.toDoubles(huber.perRow(outputs, targets))).containsExactly(1.25, 2);
  }

  @Test
  void of_largeDelta_isHalfTheMeanSquaredError() {
    Tensor outputs = Draw.of(1).tensor(Precision.FLOAT64, 2, 5, 3);
    Tensor targets = targets(Precision.FLOAT64, 2, 5, 3);
    double[] squared = Tensors.toDoubles(new MeanSquaredError().of(outputs, targets).perMember());
    double[] huber = Tensors.toDoubles(new Huber(1e9).of(outputs, targets).perMember());
    assertThat(huber).containsExactly(new double[] {squared[0] / 2, squared[1] / 2}, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void delta_thatIsNoSize_isRefused(double delta) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Huber(delta))
        .withMessage("delta = " + delta + ": expected a finite number > 0");
  }
}
