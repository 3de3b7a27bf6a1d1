package dev.bridle.loss;

import dev.bridle.metric.Link;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Softmax cross entropy: \( L_k = -\frac1B \sum_b \sum_c t_{b,c} \log p_{k,b,c} \), with p the
 * softmax of the logits and t a distribution over classes: one 1 for a plain label, or soft targets
 * that add up to 1. The gradient by the logits is \( (p - t)/B \). Computed from log-softmax, so
 * that large logits do not overflow.
 */
public record SoftmaxCrossEntropy() implements Loss {
  @Override
  public Result of(Tensor outputs, Tensor targets) {
    double share = 1.0 / outputs.size(1);
    // classes before rows, as dense layers lay them out: a vector then holds the same class of rows
    Tensor wanted = targets.transpose(1, 2);
    Tensor logProbabilities = outputs.transpose(1, 2).log_softmax(1);
    Tensor gradient = logProbabilities.exp().sub_(wanted).mul_(Tensors.factor(share, outputs));
    Tensor losses = Tensors.sumPerMember(logProbabilities.mul_(wanted));
    return new Result(losses.mul_(Tensors.factor(-share, outputs)), gradient.transpose(1, 2));
  }

  @Override
  public Tensor perRow(Tensor outputs, Tensor targets) {
    Tensor logProbabilities = outputs.transpose(1, 2).log_softmax(1);
    return Tensors.sum(logProbabilities.mul_(targets.transpose(1, 2)), false, 1).neg_();
  }

  @Override
  public Link link() {
    return Link.SOFTMAX;
  }

  @Override
  public String toString() {
    return "cross-entropy";
  }
}
