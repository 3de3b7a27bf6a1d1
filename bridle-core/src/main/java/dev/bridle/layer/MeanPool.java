package dev.bridle.layer;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The mean of the numbers under each window. */
final class MeanPool implements Layer {
  private final Pooling pooling;
  private final Activations outputs;
  private final Activations inputGradients;
  private final Rows rows;
  private Tensor input = Unset.TENSOR;

  MeanPool(PoolNode node, Site site) {
    this.pooling = new Pooling(node);
    this.outputs = site.activations(node.outputs());
    this.inputGradients = site.activations(node.input().size());
    this.rows = new Rows(site, node.input().size());
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor x = pooling.input(Pooling.ofAll(rows.of(input, pass), input.size(0)));
    Tensor out = Rows.room(outputs, pass, input);
    torch.avg_pool2d_out(
        pooling.output(out),
        x,
        pooling.window(),
        pooling.stride(),
        pooling.padding(),
        false,
        true,
        new LongOptional());
    if (pass.training()) {
      this.input = x;
    }
    return out.transpose(1, 2);
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    if (!inputNeeded) {
      return gradient;
    }
    Tensor dx = inputGradients.training().transpose(1, 2);
    torch.avg_pool2d_backward_out(
        pooling.input(dx),
        pooling.output(Rows.ofGradient(gradient)),
        input,
        pooling.window(),
        pooling.stride(),
        pooling.padding(),
        false,
        true,
        new LongOptional());
    return dx.transpose(1, 2);
  }
}
