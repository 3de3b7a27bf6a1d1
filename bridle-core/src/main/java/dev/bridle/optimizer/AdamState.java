package dev.bridle.optimizer;

import dev.bridle.population.Population;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Team;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam at work. The learning rate goes into the divisor, \( (\sqrt{v} / c + \epsilon) / \eta_k \)
 * with \( c = \sqrt{1-\beta_2^t} \), so that one fused operator moves all members; its reciprocal
 * is the pull that proximal steps ask for. Factors are tensors, which libtorch multiplies faster
 * than its scalars, and come one in an operator: with two of them its loop is not vectorised and
 * takes four times as long.
 */
final class AdamState implements UpdateRule {
  private final Arena arena = new Arena();
  private final Adam rule;
  private final Tensor beta2;
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
    this.precision = population.precision();
    this.beta2 = arena.zeros(precision, 1).fill_(Tensors.constant(rule.beta2()));
    this.keepNew1 = Tensors.constant(1 - rule.beta1());
    this.keepNew2 = Tensors.constant(1 - rule.beta2());
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
    Tensor floor = parts.keep(inverseRates.mul(Tensors.constant(rule.epsilon())));
    return number -> {
      m.lerp_(g, keepNew1);
      v.mul_(beta2).addcmul_(g, g, keepNew2);
      correction = Math.sqrt(1 - Math.pow(rule.beta2(), (double) number));
      divide(divisor, v, inverseRates, floor);
      double share = 1 - Math.pow(rule.beta1(), (double) number);
      weights.addcdiv_(m, divisor, new Scalar(-1 / share));
    };
  }

  /** The same memory for all parts that are taken in turn, so that it stays in the cache. */
  private Tensor scratch(Tensor like) {
    long size = like.numel();
    if (room.numel() < size || Team.current().size() > 1) {
      room = arena.zeros(precision, size);
    }
    return room.narrow(0, 0, size).view(Tensors.shape(like));
  }

  /** {@code sqrt(v) / (correction rate) + epsilon / rate}. */
  private void divide(Tensor divisor, Tensor v, Tensor inverseRates, Tensor floor) {
    torch.sqrt_out(divisor, v);
    divisor.mul_(inverseRates.mul(new Scalar(1 / correction))).add_(floor);
  }

  @Override
  public Tensor pull(Weight weight, Tensor rates) {
    Tensor v = weight.partOf(square);
    Tensor divisor = torch.empty_like(v);
    Tensor inverseRates = rates.reciprocal();
    divide(divisor, v, inverseRates, inverseRates.mul(Tensors.constant(rule.epsilon())));
    return divisor.reciprocal_();
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
