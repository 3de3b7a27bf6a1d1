package dev.bridle.layer;

import dev.bridle.architecture.Activation;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

final class SiluTest implements ActivationLaws {
  @Override
  public Activation activation() {
    return Activation.SILU;
  }

  @Override
  public Tensor reference(Tensor input) {
    return torch.silu(input);
  }

  /** ln 3 times 3/4, slope 3/4 (1 + ln(3) / 4). */
  @Test
  void forwardAndSlope_atFourPoints() {
    assertNumbers(
        new double[] {0, 1.0986122886681098, -800, 800},
        new double[] {0, 0.8239592165010823, 0, 800},
        new double[] {0.5, 0.9559898041252706, 0, 1});
  }
}
