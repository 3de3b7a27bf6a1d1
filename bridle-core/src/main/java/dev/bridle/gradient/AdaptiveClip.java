package dev.bridle.gradient;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A bound on each unit's gradient relative to its weights: with u a unit's incoming vector and g
 * its gradient, \( g \leftarrow g \min(1, \lambda_k \max(\|u\|, 10^{-3}) / \|g\|) \).
 *
 * <p>A unit's gradient within the bound keeps every bit. On the weights of hidden layers, not on
 * the output layer's and not on biases, as the source advises. Weights {@code [K, units, ...]}, \(
 * \lambda > 0 \), {@code [K]}. Brock et al., ICML 2021, section 4.1.
 */
public final class AdaptiveClip implements Clipping {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "adaptive-clip",
          Kind.GRADIENT,
          "Shortens each unit's gradient where it is long for the unit's weights.",
          "g <- g * min(1, lambda * max(||u||, 1e-3) / ||g||) for each unit's weights u",
          List.of(
              Parameter.number(
                  "lambda", "largest norm of a gradient, in norms of the weights", Range.above(0))),
          List.of(),
          "hidden",
          Places.WEIGHTS,
          "Brock et al., ICML 2021, section 4.1");

  private static final double LEAST_NORM = 1e-3;

  @Override
  public void clip(Tensor gradient, List<Weight> weights, Strengths strengths) {
    for (Weight weight : weights) {
      Tensor part = weight.partOf(gradient);
      Tensor norm = Tensors.norm(part, weight.incomingAxes());
      Tensor limit =
          Tensors.norm(weight.value(), weight.incomingAxes())
              .clamp_min_(Tensors.constant(LEAST_NORM))
              .mul_(strengths.of("lambda", norm));
      // where the gradient is 0 the quotient is infinite, and the factor 1
      part.mul_(limit.div_(norm).clamp_max_(Tensors.constant(1)));
    }
  }
}
