package dev.bridle.penalty;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Product;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * The square of the largest singular value: \( R(W_k) = \lambda_k \sigma_1(W_k)^2 \), which limits
 * by how much a layer can amplify a change of its input.
 *
 * <p>The direction u of the largest singular value is found by power iteration, anew at each
 * update: {@value #ROUNDS} rounds on \( W W^\top \) (or \( W^\top W \), where that is smaller) from
 * a start that is the same for all kernels of one size. The value is \( \lambda \|W^\top u\|^2 \)
 * and the gradient \( 2 \lambda u (W^\top u)^\top \), u held fixed; it is exact once u has
 * converged, by a factor of \( (\sigma_2/\sigma_1)^2 \) a round, and never above \(
 * \lambda\sigma_1^2 \). The paper takes one round an update and keeps u for the next; it has a
 * factor 1/2 that this has not.
 *
 * <p>Kernels {@code [K, out, in]}, strengths and result {@code [K]}, \( \lambda \ge 0 \); biases
 * are refused. Yoshida and Miyato 2017, section 3.
 */
public final class SpectralPenalty implements Penalty {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "spectral-penalty",
          Kind.PENALTY,
          "Adds the squared largest singular value of each layer's weights to the loss.",
          "lambda * sigma_1(W)^2; gradient 2 * lambda * sigma_1 * u v^T",
          List.of(Parameter.strength("lambda", "strength")),
          List.of(),
          "weights",
          Places.WEIGHTS,
          "Yoshida and Miyato, arXiv 1705.10941, 2017, section 3");

  /** Rounds of the power iteration, a multiple of {@link #UNSCALED}. */
  static final int ROUNDS = 32;

  /** Rounds after which lengths are set to 1 again, too few for single precision to underflow. */
  private static final int UNSCALED = 4;

  /** Multiples of it, without their whole parts, spread evenly and never repeat. */
  private static final double GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

  @Override
  public void requireWeight(WeightSpec weight) {
    Kernels.requireMatrix("spectral-penalty", weight);
  }

  @Override
  public Tensor value(Weight weight, Strengths strengths) {
    Tensor m = wide(weight, weight.value());
    Tensor image = Tensors.sum(m.mul(direction(m)), true, 1);
    Tensor squares = Tensors.sumPerMember(image.square());
    return squares.mul_(strengths.of("lambda", squares));
  }

  @Override
  public void addGradient(Weight weight, Tensor gradient, Strengths strengths) {
    Tensor m = wide(weight, weight.value());
    Tensor u = direction(m);
    Tensor image = Kernels.empty(m, m.size(0), 1, m.size(2));
    Product.ofTransposed(image, u, m).run(0);
    u.mul_(strengths.of("lambda", u)).mul_(Tensors.factor(2, u));
    Product.of(wide(weight, gradient), u, image).run(1);
  }

  /** The kernel, or its gradient, with no more rows than columns. */
  private static Tensor wide(Weight weight, Tensor kernel) {
    boolean tall = weight.spec().shape().get(0) > weight.spec().shape().get(1);
    return tall ? kernel.transpose(1, 2) : kernel;
  }

  /** The unit vector {@code [K, rows, 1]} that the rows of each member amplify most. */
  private static Tensor direction(Tensor m) {
    Tensor squares = Kernels.gram(m);
    squares.div_(Tensors.norm(squares, 1, 2).clamp_min_(Kernels.SMALLEST));
    Tensor u = Kernels.empty(m, m.size(0), m.size(1), 1);
    Tensor next = Kernels.empty(m, m.size(0), m.size(1), 1);
    Product there = Product.of(next, squares, u);
    Product back = Product.of(u, squares, next);
    u.copy_(start(m));
    for (int round = 0; round < ROUNDS; round += UNSCALED) {
      for (int i = 0; i < UNSCALED; i += 2) {
        there.run(0);
        back.run(0);
      }
      u.div_(Tensors.norm(u, 1).clamp_min_(Kernels.SMALLEST));
    }
    return u;
  }

  /** Numbers of both signs without a pattern that a kernel could be orthogonal to. */
  private static Tensor start(Tensor m) {
    double[] numbers = new double[(int) m.size(1)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (i + 1) * GOLDEN_RATIO % 1 - 0.5;
    }
    Precision precision = Tensors.isDouble(m) ? Precision.FLOAT64 : Precision.FLOAT32;
    return Tensors.of(precision, numbers, 1, numbers.length, 1);
  }
}
