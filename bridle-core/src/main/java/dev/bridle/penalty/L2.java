package dev.bridle.penalty;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Sum of squares: \( R(w_k) = \lambda_k \sum_i w_{k,i}^2 \).
 *
 * <p>No factor 1/2, as Keras, so the gradient is \( 2 \lambda_k w_k \): strength c equals {@code
 * weight_decay = 2c} of PyTorch's SGD. Under Adam it is divided by the gradient's size like any
 * other gradient; {@code weight-decay} is not. Weights {@code [K, ...]}, strengths and result
 * {@code [K]}, \( \lambda \ge 0 \). Krogh and Hertz, NeurIPS 1991.
 */
public final class L2 implements Penalty {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "l2",
          Kind.PENALTY,
          "Adds the sum of squared weights to the loss, which keeps all weights small.",
          "lambda * sum(w^2); gradient 2 * lambda * w",
          List.of(Parameter.strength("lambda", "strength; twice this is PyTorch's weight_decay")),
          List.of(),
          "weights",
          Places.WEIGHTS,
          "Krogh and Hertz, NeurIPS 1991");

  @Override
  public Tensor value(Weight weight, Strengths strengths) {
    Tensor squares = Tensors.sumPerMember(weight.value().square());
    return squares.mul_(strengths.of("lambda", squares));
  }

  @Override
  public void addGradient(Weight weight, Tensor gradient, Strengths strengths) {
    gradient.addcmul_(weight.value(), strengths.of("lambda", gradient), Tensors.constant(2));
  }

  @Override
  public boolean elementwise() {
    return true;
  }
}
