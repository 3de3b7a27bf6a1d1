package dev.bridle.loss;

import dev.bridle.metric.Link;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Mean squared error: \( L_k = \frac{1}{B O} \sum_{b,o} (y_{k,b,o} - t_{b,o})^2 \), over the batch
 * and the outputs, without a half, as Keras and PyTorch; gradient \( 2 (y - t) / (B O) \).
 */
public record MeanSquaredError() implements Loss {
  @Override
  public Result of(Tensor outputs, Tensor targets) {
    double count = (double) outputs.size(1) * outputs.size(2);
    Tensor errors = outputs.sub(targets);
    Tensor losses = Tensors.sumPerMember(errors.square()).mul_(Tensors.constant(1 / count));
    return new Result(losses, errors.mul_(Tensors.constant(2 / count)));
  }

  @Override
  public Tensor perRow(Tensor outputs, Tensor targets) {
    Tensor squares = outputs.sub(targets).square_();
    return Tensors.sum(squares, false, 2).mul_(Tensors.constant(1.0 / outputs.size(2)));
  }

  @Override
  public Link link() {
    return Link.IDENTITY;
  }

  @Override
  public String toString() {
    return "mean-squared-error";
  }
}
