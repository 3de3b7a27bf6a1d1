package dev.bridle.layer;

import dev.bridle.architecture.Activation;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

final class SigmoidTest implements ActivationLaws {
  @Override
  public Activation activation() {
    return Activation.SIGMOID;
  }

  @Override
  public Tensor reference(Tensor input) {
    return torch.sigmoid(input);
  }

  /** ln 3 is 3 to 1: 3/4, slope 3/16. */
  @Test
  void forwardAndSlope_atFourPoints() {
    assertNumbers(
        new double[] {0, 1.0986122886681098, -1.0986122886681098, 800},
        new double[] {0.5, 0.75, 0.25, 1},
        new double[] {0.25, 0.1875, 0.1875, 0});
  }
}
