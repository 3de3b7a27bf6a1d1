package dev.bridle.layer;

import dev.bridle.architecture.Activation;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

final class ReluTest implements ActivationLaws {
  @Override
  public Activation activation() {
    return Activation.RELU;
  }

  @Override
  public Tensor reference(Tensor input) {
    return torch.relu(input);
  }

  /** 0 below and at 0, the slope is 1 above. */
  @Test
  void forwardAndSlope_atFourPoints() {
    assertNumbers(
        new double[] {-2, -0.5, 0, 3}, new double[] {0, 0, 0, 3}, new double[] {0, 0, 0, 1});
  }
}
