package dev.bridle.layer;

import dev.bridle.architecture.Activation;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

final class LeakyReluTest implements ActivationLaws {
  @Override
  public Activation activation() {
    return Activation.LEAKY_RELU;
  }

  @Override
  public Tensor reference(Tensor input) {
    return torch.leaky_relu(input, Tensors.constant(0.01));
  }

  /** A hundredth below 0, and the slope there at 0. */
  @Test
  void forwardAndSlope_atFourPoints() {
    assertNumbers(
        new double[] {-2, -0.5, 0, 3},
        new double[] {-0.02, -0.005, 0, 3},
        new double[] {0.01, 0.01, 0.01, 1});
  }
}
