package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * \( \max(z, 0) \), derivative 0 at 0. Works in place: the layer before it needs its result no
 * more, and where the output is 0 the gradient is.
 */
final class Relu implements Layer {
  private static final Scalar ZERO = Tensors.constant(0);

  private Tensor output = Unset.TENSOR;

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    input.clamp_min_(ZERO);
    if (pass.training()) {
      output = input;
    }
    return input;
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    torch.threshold_backward_out(gradient, gradient, output, ZERO);
    return gradient;
  }
}
