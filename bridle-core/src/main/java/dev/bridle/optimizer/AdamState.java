package dev.bridle.optimizer;

import dev.bridle.population.Population;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam at work, in the form \( w \leftarrow w - \frac{\eta c}{1-\beta_1^t} \frac{m}{\sqrt{v} + c
 * \epsilon} \) with \( c = \sqrt{1-\beta_2^t} \): six passes over the weights, of which root and
 * division cost most. The gradient's memory is used for the divisor once both means have taken it
 * in, so there is no fifth array. Members of one learning rate are moved together.
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
  private long last = 1;

  AdamState(Adam rule, Population population) {
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
    Tensor floor = parts.keep(torch.zeros_like(rates.narrow(0, 0, 1)));
    List<Run> runs = Run.of(part.value(), m, g, rates, parts);
    return number -> {
      last = number;
      m.lerp_(g, new1);
      v.mul_(beta2).addcmul_(g, g, new2);
      torch.sqrt_out(g, v).add_(floor.fill_(new Scalar(correction() * rule.epsilon())));
      double factor = correction() / (1 - Math.pow(rule.beta1(), (double) number));
      runs.forEach(
          run -> run.weights.addcdiv_(run.mean, run.divisor, new Scalar(-factor * run.rate)));
    };
  }

  /** Neighbouring members of one learning rate. */
  private record Run(Tensor weights, Tensor mean, Tensor divisor, double rate) {
    static List<Run> of(Tensor weights, Tensor mean, Tensor divisor, Tensor rates, Arena arena) {
      double[] each = Tensors.toDoubles(rates);
      List<Run> runs = new ArrayList<>();
      int from = 0;
      for (int k = 1; k <= each.length; k++) {
        if (k == each.length || each[k] != each[from]) {
          int length = k - from;
          runs.add(
              new Run(
                  arena.keep(weights.narrow(0, from, length)),
                  arena.keep(mean.narrow(0, from, length)),
                  arena.keep(divisor.narrow(0, from, length)),
                  each[from]));
          from = k;
        }
      }
      return runs;
    }
  }

  /** What the mean square has to be divided by the square of, since it started at 0. */
  private double correction() {
    return Math.sqrt(1 - Math.pow(rule.beta2(), (double) last));
  }

  /** Under a gradient of 1 the mean is 1: the rate over the corrected root and epsilon. */
  @Override
  public Tensor pull(Weight weight, Tensor rates) {
    Tensor v = weight.partOf(square);
    Tensor divisor = v.sqrt().mul_(new Scalar(1 / correction()));
    return divisor.add_(Tensors.factor(rule.epsilon(), v)).mul_(rates.reciprocal()).reciprocal_();
  }

  @Override
  public List<Tensor> velocities() {
    return List.of(mean);
  }

  @Override
  public int arrays() {
    return 4;
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
