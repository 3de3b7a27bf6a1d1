package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * z where z is positive, else slope times z; the derivative at 0 is the slope. Maas, Hannun and Ng
 * 2013.
 */
final class LeakyRelu implements Layer {
  private final Scalar slope;
  private Tensor output = Unset.TENSOR;

  LeakyRelu(double slope) {
    this.slope = Tensors.constant(slope);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    torch.leaky_relu_(input, slope);
    if (pass.training()) {
      output = input;
    }
    return input;
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    torch.leaky_relu_backward_out(gradient, gradient, output, slope, true);
    return gradient;
  }
}
