package dev.bridle.layer;

import org.bytedeco.pytorch.Tensor;

/** \( \tanh z \), with derivative \( 1 - a^2 \) from the output a. */
final class Tanh implements Layer {
  private Tensor output = Unset.TENSOR;

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    input.tanh_();
    if (pass.training()) {
      output = input;
    }
    return input;
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    return gradient.sub_(gradient.mul(output).mul_(output));
  }
}
