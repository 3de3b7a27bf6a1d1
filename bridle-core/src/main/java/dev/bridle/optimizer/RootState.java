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
 * Gradients divided by the root of a mean or a sum of their squares, \( v \leftarrow a v + b g^2,
 * \; w \leftarrow w - \eta \frac{g}{\sqrt{v} + \epsilon} \): five passes, four where \( a = 1 \).
 * Root and quotient need the gradient and its square both, so the divisor has an array of its own.
 */
final class RootState implements UpdateRule {
  private final Arena arena = new Arena();
  private final double kept;
  private final Scalar added;
  private final Tensor share;
  private final Tensor epsilon;
  private final Tensor gradient;
  private final Tensor square;
  private final Tensor divisor;
  private double scale = 1;

  /**
   * The rule at rest.
   *
   * @param kept how much of the squares is kept, a
   * @param added how much of the new square is added, b
   */
  RootState(double kept, double added, double epsilon, Population population) {
    Precision precision = population.precision();
    long members = population.members();
    long width = population.layout().trained();
    this.kept = kept;
    this.added = Tensors.constant(added);
    this.share = Tensors.factor(kept, population.state());
    this.epsilon = Tensors.factor(epsilon, population.state());
    this.gradient = arena.zeros(precision, members, width);
    this.square = arena.zeros(precision, members, width);
    this.divisor = arena.zeros(precision, members, width);
  }

  @Override
  public Tensor gradient() {
    return gradient;
  }

  @Override
  public Update bind(Weight part, Tensor rates, Arena parts) {
    Tensor g = parts.keep(part.partOf(gradient));
    Tensor v = parts.keep(part.partOf(square));
    Tensor d = parts.keep(part.partOf(divisor));
    List<Run> runs = Run.of(part.value(), g, d, rates, parts);
    return number -> {
      if (kept != 1) {
        v.mul_(share);
      }
      v.addcmul_(g, g, added);
      torch.sqrt_out(d, v).add_(epsilon);
      runs.forEach(run -> run.move(scale));
    };
  }

  @Override
  public void rescaled(double factor) {
    scale = factor;
  }

  /** Under a gradient of 1: the rate over the root and epsilon. */
  @Override
  public Tensor pull(Weight weight, Tensor rates) {
    Tensor root = weight.partOf(square).sqrt().add_(epsilon);
    return root.mul_(rates.reciprocal()).reciprocal_();
  }

  @Override
  public int arrays() {
    return 4;
  }

  @Override
  public List<Tensor> state() {
    return List.of(square);
  }

  @Override
  public void close() {
    arena.close();
  }
}
