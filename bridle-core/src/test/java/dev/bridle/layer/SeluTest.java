package dev.bridle.layer;

import dev.bridle.architecture.Activation;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

final class SeluTest implements ActivationLaws {
  @Override
  public Activation activation() {
    return Activation.SELU;
  }

  @Override
  public Tensor reference(Tensor input) {
    return torch.selu(input);
  }

  /** s, 0, half of -s alpha at -ln 2, all of it far below. */
  @Test
  void forwardAndSlope_atFourPoints() {
    assertNumbers(
        new double[] {1, 0, -0.6931471805599453, -800},
        new double[] {1.0507009873554805, 0, -0.8790496704236883, -1.7580993408473766},
        new double[] {1.0507009873554805, 1.7580993408473766, 0.8790496704236883, 0});
  }
}
