package dev.bridle.optimizer;

import dev.bridle.population.Population;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam at work, in the form \( w \leftarrow w - \frac{\eta c}{1-\beta_1^t} \frac{m}{\sqrt{v} + c
 * \epsilon} \) with \( c = \sqrt{1-\beta_2^t} \): six passes over the weights, of which root and
 * division cost most. The gradient's memory is used for the divisor once both means have taken it
 * in, so there is no fifth array. Members of one learning rate are moved together. AMSGrad takes
 * the root of the largest \( v \) so far, for one pass and one array more.
 */
final class AdamState implements UpdateRule {
  private final Arena arena = new Arena();
  private final Adam rule;
  private final Tensor beta2;
  private final Scalar new1;
  private final Scalar new2;
  private final Tensor gradient;
  private final Tensor mean;
  private final Tensor square;
  private final Optional<Tensor> largest;
  private long last = 1;
  private double scale = 1;

  /** Adam. */
  AdamState(Adam rule, Population population) {
    this(rule, population, false);
  }

  /** AMSGrad with the coefficients of {@code rule}. */
  static AdamState ofLargest(Adam rule, Population population) {
    return new AdamState(rule, population, true);
  }

  private AdamState(Adam rule, Population population, boolean ofLargest) {
    Precision precision = population.precision();
    long members = population.members();
    long width = population.layout().trained();
    this.rule = rule;
    this.beta2 = Tensors.factor(rule.beta2(), population.state());
    this.new1 = Tensors.constant(1 - rule.beta1());
    this.new2 = Tensors.constant(1 - rule.beta2());
    this.gradient = arena.zeros(precision, members, width);
    this.mean = arena.zeros(precision, members, width);
    this.square = arena.zeros(precision, members, width);
    this.largest =
        ofLargest ? Optional.of(arena.zeros(precision, members, width)) : Optional.empty();
  }

  @Override
  public Tensor gradient() {
    return gradient;
  }

  @Override
  public Update bind(Weight part, Tensor rates, Arena parts) {
    Tensor m = parts.keep(part.partOf(mean));
    Tensor v = parts.keep(part.partOf(square));
    Tensor g = parts.keep(part.partOf(gradient));
    Optional<Tensor> u = largest.map(rows -> parts.keep(part.partOf(rows)));
    Tensor floor = parts.keep(torch.zeros_like(rates.narrow(0, 0, 1)));
    List<Run> runs = Run.of(part.value(), m, g, rates, parts);
    return number -> {
      last = number;
      m.lerp_(g, new1);
      v.mul_(beta2).addcmul_(g, g, new2);
      u.ifPresent(top -> torch.maximum_out(top, top, v));
      torch.sqrt_out(g, u.orElse(v)).add_(floor.fill_(new Scalar(correction() * rule.epsilon())));
      double factor = correction() / (1 - Math.pow(rule.beta1(), (double) number));
      runs.forEach(run -> run.move(factor * scale));
    };
  }

  @Override
  public void rescaled(double factor) {
    scale = factor;
  }

  /** What the mean square has to be divided by the square of, since it started at 0. */
  private double correction() {
    return Math.sqrt(1 - Math.pow(rule.beta2(), (double) last));
  }

  /** Under a gradient of 1 the mean is 1: the rate over the corrected root and epsilon. */
  @Override
  public Tensor pull(Weight weight, Tensor rates) {
    Tensor v = weight.partOf(largest.orElse(square));
    Tensor divisor = v.sqrt().mul_(new Scalar(1 / correction()));
    return divisor.add_(Tensors.factor(rule.epsilon(), v)).mul_(rates.reciprocal()).reciprocal_();
  }

  @Override
  public List<Tensor> velocities() {
    return List.of(mean);
  }

  @Override
  public int arrays() {
    return largest.isPresent() ? 5 : 4;
  }

  @Override
  public List<Tensor> state() {
    return largest.map(u -> List.of(mean, square, u)).orElse(List.of(mean, square));
  }

  @Override
  public void close() {
    arena.close();
  }
}
