package dev.bridle.layer;

import dev.bridle.architecture.Activation;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class IdentityTest implements ActivationLaws {
  @Override
  public Activation activation() {
    return Activation.LINEAR;
  }

  @Override
  public Tensor reference(Tensor input) {
    return input.mul(Tensors.constant(1));
  }

  @Test
  void forwardAndBackward_letThrough() {
    assertNumbers(new double[] {-2, 0, 3}, new double[] {-2, 0, 3}, new double[] {1, 1, 1});
  }
}
