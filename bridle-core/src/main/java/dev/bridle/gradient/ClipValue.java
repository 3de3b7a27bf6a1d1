package dev.bridle.gradient;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A bound on each number of the gradient: \( g_{k,i} \leftarrow \max(-c_k, \min(c_k, g_{k,i})) \).
 *
 * <p>The same as PyTorch's {@code clip_grad_value_} and Keras's {@code clipvalue}; unlike {@code
 * clip-norm} it changes the gradient's direction. Rows {@code [K, P]}, \( c > 0 \), {@code [K]}.
 * Mikolov, doctoral thesis, Brno 2012, section 3.2.2.
 */
public final class ClipValue implements Clipping {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "clip-value",
          Kind.GRADIENT,
          "Cuts off each number of the gradient at a limit.",
          "g <- max(-c, min(c, g)) for each number of the gradient",
          List.of(Parameter.number("c", "largest size of a number", Range.above(0))),
          List.of(),
          "",
          Places.NONE,
          "Mikolov, doctoral thesis, Brno 2012, section 3.2.2");

  @Override
  public void clip(Tensor gradient, List<Weight> weights, Strengths strengths) {
    for (int k = 0; k < gradient.size(0); k++) {
      double limit = strengths.get("c").get(k);
      gradient.select(0, k).clamp_min_(new Scalar(-limit)).clamp_max_(new Scalar(limit));
    }
  }
}
