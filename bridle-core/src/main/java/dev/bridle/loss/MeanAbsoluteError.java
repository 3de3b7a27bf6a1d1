package dev.bridle.loss;

import dev.bridle.metric.Link;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Mean absolute error: \( L_k = \frac{1}{B O} \sum_{b,o} |y_{k,b,o} - t_{b,o}| \), over the batch
 * and the outputs, as Keras and PyTorch; gradient \( \mathrm{sign}(y - t) / (B O) \), 0 where
 * output and target are equal. Its minimum is the median of the targets, which outliers do not
 * move.
 */
public record MeanAbsoluteError() implements Loss {
  @Override
  public Result of(Tensor outputs, Tensor targets) {
    Tensor share = Tensors.factor(1.0 / (outputs.size(1) * outputs.size(2)), outputs);
    Tensor errors = outputs.sub(targets);
    Tensor losses = Tensors.sumPerMember(errors.abs()).mul_(share);
    return new Result(losses, errors.sign_().mul_(share));
  }

  @Override
  public Tensor perRow(Tensor outputs, Tensor targets) {
    Tensor sizes = outputs.sub(targets).abs_();
    return Tensors.sum(sizes, false, 2).mul_(Tensors.factor(1.0 / outputs.size(2), outputs));
  }

  @Override
  public Link link() {
    return Link.IDENTITY;
  }

  @Override
  public String toString() {
    return "mean-absolute-error";
  }
}
