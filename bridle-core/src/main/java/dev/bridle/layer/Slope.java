package dev.bridle.layer;

import dev.bridle.architecture.Activation;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The first and second derivative of an activation by its input z, for terms of the loss that look
 * at how a layer changes; each activation's own layer knows its first derivative faster.
 *
 * @param first f'(z)
 * @param second f''(z), 0 at a kink
 */
public record Slope(Tensor first, Tensor second) {
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_ALPHA = 1.6732632423543772;

  /** Both derivatives at {@code z}, of its shape. */
  public static Slope of(Activation activation, Tensor z) {
    return switch (activation) {
      case LINEAR -> new Slope(ones(z), zeros(z));
      case RELU -> new Slope(positive(z), zeros(z));
      case LEAKY_RELU -> leaky(z);
      case TANH -> tanh(z);
      case SIGMOID -> sigmoid(z);
      case SELU -> selu(z);
      case SILU -> silu(z);
      case GELU -> gelu(z);
    };
  }

  private static Slope leaky(Tensor z) {
    Tensor flat = number(Activation.LEAKY_SLOPE, z);
    return new Slope(positive(z).mul_(number(1 - Activation.LEAKY_SLOPE, z)).add_(flat), zeros(z));
  }

  private static Slope tanh(Tensor z) {
    Tensor a = z.tanh();
    Tensor first = number(1, z).sub(a.mul(a));
    return new Slope(first, a.mul_(first).mul_(number(-2, z)));
  }

  private static Slope sigmoid(Tensor z) {
    Tensor s = Sigmoid.of(z.clone());
    Tensor first = s.mul(number(1, z).sub(s));
    return new Slope(first, s.mul_(number(-2, z)).add_(number(1, z)).mul_(first));
  }

  private static Slope selu(Tensor z) {
    Tensor right = positive(z);
    Tensor left = number(1, z).sub(right);
    Tensor bent = z.clamp_max(new Scalar(0)).exp_().mul_(number(SELU_SCALE * SELU_ALPHA, z));
    Tensor second = bent.mul_(left);
    return new Slope(right.mul_(number(SELU_SCALE, z)).add_(second), second.clone());
  }

  /** With s the sigmoid: f' = s + z s', f'' = 2 s' + z s''. */
  private static Slope silu(Tensor z) {
    Tensor s = Sigmoid.of(z.clone());
    Slope inner = sigmoid(z);
    Tensor first = z.mul(inner.first).add_(s);
    Tensor second = inner.second.mul_(z).add_(inner.first.mul(number(2, z)));
    return new Slope(first, second);
  }

  /** With \( \Phi \) and \( \varphi \) of the normal distribution: f' = \( \Phi + z \varphi \). */
  private static Slope gelu(Tensor far) {
    Tensor z =
        far.clamp_min(new Scalar(-100))
            .clamp_max_(new Scalar(100)); // beyond it the density is 0 already
    Tensor squares = z.mul(z);
    Tensor density =
        squares.mul(number(-0.5, z)).exp_().mul_(number(1 / Math.sqrt(2 * Math.PI), z));
    Tensor below = z.mul(number(Math.sqrt(0.5), z)).erf_().add_(number(1, z)).mul_(number(0.5, z));
    Tensor first = z.mul(density).add_(below);
    return new Slope(first, number(2, z).sub(squares).mul_(density));
  }

  private static Tensor positive(Tensor z) {
    return z.gt(new Scalar(0)).to(z.scalar_type());
  }

  private static Tensor ones(Tensor z) {
    return z.mul(number(0, z)).add_(number(1, z));
  }

  private static Tensor zeros(Tensor z) {
    return z.mul(number(0, z));
  }

  private static Tensor number(double value, Tensor like) {
    return Tensors.factor(value, like);
  }
}
