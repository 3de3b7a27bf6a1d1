package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * \( \sigma(z) = 1 / (1 + e^{-z}) \), with derivative \( a (1 - a) \) from the output a.
 *
 * <p>Written with the exponential function: libtorch's own sigmoid rounds the last few numbers of
 * an array differently, so that a member's result would depend on its neighbours.
 */
final class Sigmoid implements Layer {
  private static final Scalar ONE = Tensors.constant(1);

  private Tensor output = Unset.TENSOR;

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor out = of(input);
    if (pass.training()) {
      output = out;
    }
    return out;
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    gradient.mul_(output);
    return gradient.sub_(gradient.mul(output));
  }

  /** Turns z into the sigmoid of z, in place. */
  static Tensor of(Tensor z) {
    return z.neg_().exp_().add_(ONE).reciprocal_();
  }
}
