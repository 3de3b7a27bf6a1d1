package dev.bridle.optimizer;

import dev.bridle.population.Population;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam at work, in six passes over the rows. The learning rate goes into the divisor, \(
 * (\sqrt{\hat v} + \epsilon) / \eta_k \), so that one fused operator moves all members; its
 * reciprocal is the pull that proximal steps ask for.
 */
final class AdamState implements UpdateRule {
  private final Arena arena = new Arena();
  private final Adam rule;
  private final Tensor gradient;
  private final Tensor mean;
  private final Tensor square;
  private final Tensor divisor;

  AdamState(Adam rule, Population population) {
    long members = population.members();
    long width = population.layout().trained();
    this.rule = rule;
    this.gradient = arena.zeros(population.precision(), members, width);
    this.mean = arena.zeros(population.precision(), members, width);
    this.square = arena.zeros(population.precision(), members, width);
    this.divisor = arena.zeros(population.precision(), members, width);
  }

  @Override
  public Tensor gradient() {
    return gradient;
  }

  @Override
  public void step(Tensor weights, Tensor rates, long step) {
    mean.lerp_(gradient, Tensors.constant(1 - rule.beta1()));
    square
        .mul_(Tensors.constant(rule.beta2()))
        .addcmul_(gradient, gradient, Tensors.constant(1 - rule.beta2()));
    double correction = Math.sqrt(1 - Math.pow(rule.beta2(), (double) step));
    Tensor inverseRates = rates.reciprocal();
    Tensor floor = inverseRates.mul(Tensors.constant(rule.epsilon()));
    torch.sqrt_out(divisor, square);
    torch.addcmul_out(divisor, floor, divisor, inverseRates.mul_(new Scalar(1 / correction)));
    weights.addcdiv_(mean, divisor, new Scalar(-1 / (1 - Math.pow(rule.beta1(), (double) step))));
  }

  @Override
  public Tensor pull(Weight weight, Tensor rates) {
    return weight.partOf(divisor).reciprocal();
  }

  @Override
  public List<Tensor> velocities() {
    return List.of(mean);
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
