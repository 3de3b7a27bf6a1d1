package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * \( s z \) where z is positive, else \( s \alpha (e^z - 1) \), with the two constants that keep
 * mean 0 and variance 1 through layers; derivative \( s \alpha \) at 0. Klambauer et al. 2017,
 * section 2.
 */
final class Selu implements Layer {
  static final double ALPHA = 1.6732632423543772848;
  static final double SCALE = 1.0507009873554804935;

  private static final Scalar ZERO = Tensors.constant(0);
  private static final Scalar SCALE_TIMES_ALPHA = Tensors.constant(SCALE * ALPHA);

  private Tensor negative = Unset.TENSOR;
  private Tensor positive = Unset.TENSOR;

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor negative = input.clamp_max(ZERO).exp_().mul_(SCALE_TIMES_ALPHA); // s alpha at positive z
    if (pass.training()) {
      this.positive = input.gt(ZERO).to(input.scalar_type());
      this.negative = negative;
    }
    Tensor curve = negative.sub(SCALE_TIMES_ALPHA, Tensors.constant(1)); // there: 0
    return input.clamp_min(ZERO).mul_(Tensors.constant(SCALE)).add_(curve);
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    Tensor slope = positive.mul(Tensors.constant(SCALE - SCALE * ALPHA)).add_(negative);
    return gradient.mul_(slope);
  }
}
