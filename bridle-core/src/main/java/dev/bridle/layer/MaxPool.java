package dev.bridle.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The largest number under each window; remembers where it was. */
final class MaxPool implements Layer {
  private final Pooling pooling;
  private final Site site;
  private final Activations outputs;
  private final Activations inputGradients;
  private final Rows rows;
  private Tensor indices = Unset.TENSOR;
  private Tensor input = Unset.TENSOR;

  MaxPool(PoolNode node, Site site) {
    this.pooling = new Pooling(node);
    this.site = site;
    this.outputs = site.activations(node.outputs());
    this.inputGradients = site.activations(node.input().size());
    this.rows = new Rows(site, node.input().size());
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor x = pooling.input(Pooling.ofAll(rows.of(input, pass), input.size(0)));
    Tensor out = Rows.room(outputs, pass, input);
    Tensor y = pooling.output(out);
    Tensor where = pass.training() ? kept(y) : Pooling.indices(y);
    torch.max_pool2d_with_indices_out(
        y,
        where,
        x,
        pooling.window(),
        pooling.stride(),
        pooling.padding(),
        pooling.dilation(),
        false);
    if (pass.training()) {
      this.input = x;
    }
    return out.transpose(1, 2);
  }

  private Tensor kept(Tensor output) {
    if (!indices.defined()) {
      indices = site.arena().keep(Pooling.indices(output));
    }
    return indices;
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    if (!inputNeeded) {
      return gradient;
    }
    Tensor dx = inputGradients.training().transpose(1, 2);
    torch.max_pool2d_with_indices_backward_out(
        pooling.input(dx),
        pooling.output(Rows.ofGradient(gradient)),
        input,
        pooling.window(),
        pooling.stride(),
        pooling.padding(),
        pooling.dilation(),
        false,
        indices);
    return dx.transpose(1, 2);
  }
}
