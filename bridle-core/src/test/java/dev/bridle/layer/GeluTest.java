package dev.bridle.layer;

import dev.bridle.architecture.Activation;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

final class GeluTest implements ActivationLaws {
  @Override
  public Activation activation() {
    return Activation.GELU;
  }

  @Override
  public Tensor reference(Tensor input) {
    return torch.gelu(input);
  }

  /** 1 Phi(1), slope Phi(1) + phi(1); at 40 the probability is 1. */
  @Test
  void forwardAndSlope_atFourPoints() {
    assertNumbers(
        new double[] {0, 1, -1, 40},
        new double[] {0, 0.8413447460685429, -0.15865525393145707, 40},
        new double[] {0.5, 1.0833154705876864, -0.08331547058768629, 1});
  }
}
