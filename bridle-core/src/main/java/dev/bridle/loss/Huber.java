package dev.bridle.loss;

import dev.bridle.declaration.Range;
import dev.bridle.metric.Link;
import dev.bridle.recipe.Numbers;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Huber's loss: squared for small errors, absolute for large ones: the mean over batch and outputs
 * of \( d^2/2 \) where \( |d| \le \delta \), else \( \delta (|d| - \delta/2) \), with d = y - t.
 *
 * <p>The gradient is d clamped to \( [-\delta, \delta] \), divided by B O, so that no error pulls
 * harder than one of size \( \delta \). As Keras's {@code Huber} and PyTorch's {@code HuberLoss};
 * PyTorch's {@code SmoothL1Loss} is this divided by \( \delta \). The half makes it half of the
 * mean squared error for small errors. Huber, Annals of Mathematical Statistics 35, 1964.
 *
 * @param delta the size up to which errors count squared, in units of the targets as they are
 *     trained on, which are standardised; finite, above 0
 */
public record Huber(double delta) implements Loss {
  static final Range DELTA = Range.above(0);

  /** Checks the range of {@code delta}. */
  public Huber {
    DELTA.check("delta", delta);
  }

  @Override
  public Result of(Tensor outputs, Tensor targets) {
    Tensor share = Tensors.factor(1.0 / (outputs.size(1) * outputs.size(2)), outputs);
    Tensor errors = outputs.sub(targets);
    Tensor clamped = clamped(errors);
    Tensor losses = Tensors.sumPerMember(each(errors, clamped)).mul_(share);
    return new Result(losses, clamped.mul_(share));
  }

  @Override
  public Tensor perRow(Tensor outputs, Tensor targets) {
    Tensor errors = outputs.sub(targets);
    Tensor sums = Tensors.sum(each(errors, clamped(errors)), false, 2);
    return sums.mul_(Tensors.factor(1.0 / outputs.size(2), outputs));
  }

  private Tensor clamped(Tensor errors) {
    return errors.clamp_min(Tensors.constant(-delta)).clamp_max_(Tensors.constant(delta));
  }

  /** \( c (d - c/2) \) with c the clamped error: either branch of the formula, without a branch. */
  private static Tensor each(Tensor errors, Tensor clamped) {
    return clamped.mul(Tensors.factor(-0.5, errors)).add_(errors).mul_(clamped);
  }

  @Override
  public Link link() {
    return Link.IDENTITY;
  }

  @Override
  public String toString() {
    return "huber(" + Numbers.print(delta) + ")";
  }
}
