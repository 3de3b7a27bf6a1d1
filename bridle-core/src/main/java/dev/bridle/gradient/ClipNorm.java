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
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A bound on the norm of each member's whole gradient: \( g_k \leftarrow g_k \min(1, c_k /
 * \|g_k\|_2) \), over all weights and biases together.
 *
 * <p>A gradient within the bound keeps every bit. PyTorch's {@code clip_grad_norm_} divides by the
 * norm plus 1e-6; Keras's {@code global_clipnorm} is the same as here, its {@code clipnorm} takes
 * each weight by itself. Rows {@code [K, P]}, \( c > 0 \), {@code [K]}. Pascanu, Mikolov and
 * Bengio, ICML 2013, algorithm 1.
 */
public final class ClipNorm implements Clipping {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "clip-norm",
          Kind.GRADIENT,
          "Shortens the whole gradient where it is longer than a limit.",
          "g <- g * min(1, c / ||g||), over all weights of a network together",
          List.of(Parameter.number("c", "largest norm of the gradient", Range.above(0))),
          List.of(),
          "",
          Places.NONE,
          "Pascanu, Mikolov and Bengio, ICML 2013, algorithm 1");

  @Override
  public void clip(Tensor gradient, List<Weight> weights, Strengths strengths) {
    for (int k = 0; k < gradient.size(0); k++) {
      // a row at a time: the norm of all rows at once may round by their number
      Tensor row = gradient.select(0, k);
      double norm = Tensors.norm(row, 0).item_double();
      double limit = strengths.get("c").get(k);
      if (norm > limit) {
        row.mul_(new Scalar(limit / norm));
      }
    }
  }
}
