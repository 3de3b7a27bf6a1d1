package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A residual branch at work: \( dy/dx = 1 + dg/dx \). */
final class Residual implements Layer {
  private static final Scalar ONE = Tensors.constant(1);

  private final List<Layer> branch;
  private final Activations inputs;
  private final Activations outputs;

  Residual(List<Layer> branch, Activations inputs, Activations outputs) {
    this.branch = branch;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor x = inputs.forPass(pass, input); // a branch may write over what it is given
    x.copy_(input);
    for (Layer layer : branch) {
      x = layer.forward(x, pass);
    }
    Tensor out = outputs.forPass(pass, input);
    torch.add_out(out, input, x, ONE);
    return out;
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    Tensor past = gradient.clone();
    Tensor g = gradient;
    for (int i = branch.size() - 1; i >= 0; i--) {
      g = branch.get(i).backward(g, true);
    }
    return past.add_(g, ONE);
  }
}
