package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * \( z \, \Phi(z) \), exact, with the error function (not the tanh approximation); derivative \(
 * \Phi(z) + z \varphi(z) \). Hendrycks and Gimpel 2016.
 */
final class Gelu implements Layer {
  private static final Scalar ROOT_HALF = Tensors.constant(Math.sqrt(0.5));
  private static final Scalar HALF = Tensors.constant(0.5);
  private static final Scalar MINUS_HALF = Tensors.constant(-0.5);
  private static final Scalar DENSITY_AT_0 = Tensors.constant(1 / Math.sqrt(2 * Math.PI));

  private final Activations outputs;
  private Tensor input = Unset.TENSOR;
  private Tensor probability = Unset.TENSOR;

  Gelu(Site site, int features) {
    this.outputs = site.activations(features);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor probability = input.mul(ROOT_HALF).erf_().mul_(HALF).add_(HALF);
    Tensor out = outputs.forPass(pass, input);
    torch.mul_out(out, input, probability);
    if (pass.training()) {
      this.input = input;
      this.probability = probability;
    }
    return out;
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    Tensor slope = input.mul(input).mul_(MINUS_HALF).exp_().mul_(DENSITY_AT_0).mul_(input);
    return gradient.mul_(slope.add_(probability));
  }
}
