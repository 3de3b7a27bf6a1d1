package dev.bridle.optimizer;

import dev.bridle.population.Population;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam at work. The learning rate goes into the divisor, \( (\sqrt{v} + c \epsilon) / \eta_k \)
 * with \( c = \sqrt{1-\beta_2^t} \), so that one fused operator moves all members; c times its
 * reciprocal is the pull that proximal steps ask for. Numbers of a member come in one operator
 * each: with two of them in one, libtorch's loop is not vectorised and takes four times as long.
 */
final class AdamState implements UpdateRule {
  private final Arena arena = new Arena();
  private final Adam rule;
  private final Scalar one = Tensors.constant(1);
  private final Scalar beta2;
  private final Scalar keepNew1;
  private final Scalar keepNew2;
  private final Tensor gradient;
  private final Tensor mean;
  private final Tensor square;
  private final Precision precision;
  private Tensor room;
  private double correction = 1;

  AdamState(Adam rule, Population population) {
    long members = population.members();
    long width = population.layout().trained();
    this.rule = rule;
    this.beta2 = Tensors.constant(rule.beta2());
    this.keepNew1 = Tensors.constant(1 - rule.beta1());
    this.keepNew2 = Tensors.constant(1 - rule.beta2());
    this.precision = population.precision();
    this.room = arena.zeros(precision, 1);
    this.gradient = arena.zeros(precision, members, width);
    this.mean = arena.zeros(precision, members, width);
    this.square = arena.zeros(precision, members, width);
  }

  @Override
  public Tensor gradient() {
    return gradient;
  }

  @Override
  public Update bind(Weight part, Tensor rates, Arena parts) {
    Tensor weights = part.value();
    Tensor g = parts.keep(part.partOf(gradient));
    Tensor m = parts.keep(part.partOf(mean));
    Tensor v = parts.keep(part.partOf(square));
    Tensor divisor = parts.keep(scratch(weights));
    Tensor inverseRates = parts.keep(rates.reciprocal());
    return number -> {
      m.lerp_(g, keepNew1);
      v.mul_(beta2).addcmul_(g, g, keepNew2);
      correction = Math.sqrt(1 - Math.pow(rule.beta2(), (double) number));
      divide(divisor, v, inverseRates);
      double share = 1 - Math.pow(rule.beta1(), (double) number);
      weights.addcdiv_(m, divisor, new Scalar(-correction / share));
    };
  }

  /** The same memory for all parts, so that it stays in the cache. */
  private Tensor scratch(Tensor like) {
    long size = like.numel();
    if (room.numel() < size) {
      room = arena.zeros(precision, size);
    }
    return room.narrow(0, 0, size).view(Tensors.shape(like));
  }

  /** {@code (sqrt(v) + correction epsilon) / rate}. */
  private void divide(Tensor divisor, Tensor v, Tensor inverseRates) {
    torch.sqrt_out(divisor, v);
    divisor.add_(new Scalar(correction * rule.epsilon()), one).mul_(inverseRates);
  }

  @Override
  public Tensor pull(Weight weight, Tensor rates) {
    Tensor v = weight.partOf(square);
    Tensor divisor = torch.empty_like(v);
    divide(divisor, v, rates.reciprocal());
    return divisor.reciprocal_().mul_(new Scalar(correction));
  }

  @Override
  public List<Tensor> velocities() {
    return List.of(mean);
  }

  @Override
  public int arrays() {
    return 5; // the divisor too
  }

  @Override
  public List<Tensor> state() {
    return List.of(mean, square);
  }

  @Override
  public void close() {
    arena.close();
  }
}
