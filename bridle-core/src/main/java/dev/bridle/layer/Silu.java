package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * \( z \, \sigma(z) \), also called swish; derivative \( \sigma(z) (1 + z (1 - \sigma(z))) \).
 * Ramachandran, Zoph and Le 2017.
 */
final class Silu implements Layer {
  private static final Scalar ONE = Tensors.constant(1);

  private final Activations outputs;
  private Tensor input = Unset.TENSOR;
  private Tensor sigmoid = Unset.TENSOR;

  Silu(Site site, int features) {
    this.outputs = site.activations(features);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor sigmoid = Sigmoid.of(input.clone());
    Tensor out = outputs.forPass(pass, input);
    torch.mul_out(out, input, sigmoid);
    if (pass.training()) {
      this.input = input;
      this.sigmoid = sigmoid;
    }
    return out;
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    Tensor slope = sigmoid.neg().add_(ONE).mul_(input).add_(ONE).mul_(sigmoid);
    return gradient.mul_(slope);
  }
}
