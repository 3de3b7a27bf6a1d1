package dev.bridle.layer;

import dev.bridle.architecture.Activation;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

final class TanhTest implements ActivationLaws {
  @Override
  public Activation activation() {
    return Activation.TANH;
  }

  @Override
  public Tensor reference(Tensor input) {
    return torch.tanh(input);
  }

  /** tanh(ln(3) / 2) = (3 - 1) / (3 + 1), slope 1 - 1/4. */
  @Test
  void forwardAndSlope_atFourPoints() {
    assertNumbers(
        new double[] {0, 0.5493061443340549, -0.5493061443340549, 40},
        new double[] {0, 0.5, -0.5, 1},
        new double[] {1, 0.75, 0.75, 0});
  }
}
