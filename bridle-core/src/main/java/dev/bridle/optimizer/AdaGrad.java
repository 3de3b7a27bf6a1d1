package dev.bridle.optimizer;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.population.Population;
import java.util.List;

/**
 * Adagrad: the gradient divided by the root of the sum of all its squares: \( v \leftarrow v + g^2,
 * \; w_k \leftarrow w_k - \eta_k \frac{g}{\sqrt{v} + \epsilon} \). Steps only become shorter, most
 * for weights whose gradients are large.
 *
 * <p>The sum starts at 0 and the rate does not fall by itself, as PyTorch by default; Keras starts
 * at 0.1 and adds a larger epsilon inside the root. Duchi, Hazan and Singer 2011, the diagonal
 * form.
 *
 * @param epsilon added to the root
 */
public record AdaGrad(double epsilon) implements Rule {
  private static final Parameter EPSILON =
      Parameter.number("epsilon", "added to the root of the sum of squares", Range.above(0))
          .withFallback(1e-10);

  /** What a plan may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "adagrad",
          Kind.UPDATE_RULE,
          "Divides each weight's gradient by the root of the sum of all its squares.",
          "v <- v + g^2; w <- w - rate * g / (sqrt(v) + epsilon)",
          List.of(Rule.rateParameter(), EPSILON),
          List.of(),
          "",
          Places.NONE,
          "Duchi, Hazan and Singer, JMLR 12, 2011, figure 1");

  /** Checks the range of {@code epsilon}. */
  public AdaGrad {
    EPSILON.check(epsilon);
  }

  @Override
  public UpdateRule build(Population population) {
    return new RootState(1, 1, epsilon, population);
  }
}
