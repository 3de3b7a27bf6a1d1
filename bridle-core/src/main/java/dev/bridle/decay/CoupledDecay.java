package dev.bridle.decay;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Coupled weight decay: \( g_k \leftarrow g_k + \lambda_k w_k \), after clipping and before the
 * update rule sees the gradient.
 *
 * <p>What PyTorch calls {@code weight_decay} in SGD and Adam, except that theirs takes biases too
 * (write {@code @all}). Under SGD the same as {@code l2} of half the strength; under Adam divided
 * by the size of the gradient, so that weights with large gradients decay less. \( \lambda \ge 0
 * \), {@code [K]}. Hanson and Pratt, NeurIPS 1988; the distinction: Loshchilov and Hutter, ICLR
 * 2019.
 */
public final class CoupledDecay implements Decay {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "coupled-decay",
          Kind.DECAY,
          "Adds a multiple of each weight to its gradient, as PyTorch's weight_decay.",
          "g <- g + lambda * w, before the update rule",
          List.of(Parameter.strength("lambda", "strength, as PyTorch's weight_decay")),
          List.of(),
          "weights",
          Places.WEIGHTS,
          "Hanson and Pratt, NeurIPS 1988");

  @Override
  public void apply(Weight weight, Tensor gradient, Tensor rates, Strengths strengths) {
    gradient.addcmul_(weight.value(), strengths.of("lambda", gradient));
  }
}
