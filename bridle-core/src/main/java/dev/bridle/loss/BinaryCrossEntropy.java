package dev.bridle.loss;

import dev.bridle.metric.Link;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Binary cross entropy of logits: \( L_k = -\frac{1}{B O} \sum_{b,o} t \log p + (1-t) \log(1-p) \),
 * with \( p = 1/(1+e^{-y}) \) for each output on its own and targets t in [0, 1].
 *
 * <p>For one yes-or-no question, or several that do not exclude each other. Classes that do are
 * usually trained by {@link SoftmaxCrossEntropy}; where they are by this, each output asks for one
 * class against all others, and {@link Link#SIGMOID} makes probabilities that add up to 1. The
 * gradient by the logits is \( (p - t)/(B O) \). Computed as \( \max(y, 0) - y t + \log(1 +
 * e^{-|y|}) \), which neither overflows nor loses the digits of a confident output, as PyTorch's
 * {@code BCEWithLogitsLoss} and Keras's {@code BinaryCrossentropy} with {@code from_logits=True}.
 */
public record BinaryCrossEntropy() implements Loss {
  private static final Scalar ZERO = Tensors.constant(0);
  private static final Scalar ONE = Tensors.constant(1);

  @Override
  public Result of(Tensor outputs, Tensor targets) {
    Tensor share = Tensors.factor(1.0 / (outputs.size(1) * outputs.size(2)), outputs);
    Tensor losses = Tensors.sumPerMember(each(outputs, targets)).mul_(share);
    // not libtorch's sigmoid, which rounds by the place in an array
    Tensor probabilities = outputs.neg().exp_().add_(ONE).reciprocal_();
    return new Result(losses, probabilities.sub_(targets).mul_(share));
  }

  @Override
  public Tensor perRow(Tensor outputs, Tensor targets) {
    Tensor sums = Tensors.sum(each(outputs, targets), false, 2);
    return sums.mul_(Tensors.factor(1.0 / outputs.size(2), outputs));
  }

  private static Tensor each(Tensor outputs, Tensor targets) {
    Tensor confidence = outputs.abs().neg_().exp_().log1p_();
    return outputs.clamp_min(ZERO).sub_(outputs.mul(targets)).add_(confidence);
  }

  @Override
  public Link link() {
    return Link.SIGMOID;
  }

  @Override
  public String toString() {
    return "binary-cross-entropy";
  }
}
