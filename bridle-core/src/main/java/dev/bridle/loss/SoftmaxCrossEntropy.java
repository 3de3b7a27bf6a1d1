package dev.bridle.loss;

import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Softmax cross entropy: \( L_k = -\frac1B \sum_b \sum_c t_{b,c} \log p_{k,b,c} \), with p the
 * softmax of the logits and t a distribution over classes: one 1 for a plain label, or soft targets
 * that add up to 1. The gradient by the logits is \( (p - t)/B \). Computed from log-softmax, so
 * that large logits do not overflow.
 */
public final class SoftmaxCrossEntropy implements Loss {
  @Override
  public Result of(Tensor outputs, Tensor targets) {
    Scalar share = Tensors.constant(1.0 / outputs.size(1));
    Tensor logProbabilities = outputs.log_softmax(-1);
    Tensor gradient = logProbabilities.exp().sub_(targets).mul_(share);
    Tensor losses = Tensors.sumPerMember(logProbabilities.mul_(targets)).neg_().mul_(share);
    return new Result(losses, gradient);
  }

  @Override
  public Tensor perRow(Tensor outputs, Tensor targets) {
    return Tensors.sum(outputs.log_softmax(-1).mul_(targets), false, 2).neg_();
  }
}
