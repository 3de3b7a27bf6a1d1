package dev.bridle.optimizer;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.declaration.Settings;
import dev.bridle.population.Population;
import java.util.List;

/**
 * RMSprop: the gradient divided by the root of its running mean square: \( v \leftarrow \alpha v +
 * (1-\alpha) g^2, \; w_k \leftarrow w_k - \eta_k \frac{g}{\sqrt{v} + \epsilon} \).
 *
 * <p>The mean starts at 0 and is not corrected for that, so the first step is \( 1/\sqrt{1-\alpha}
 * \) times as long as those under a constant gradient, ten times with the usual coefficient. As
 * PyTorch without momentum, not centred; Keras keeps 0.9 and adds epsilon inside the root. Tieleman
 * and Hinton 2012.
 *
 * @param alpha share of the mean square that is kept
 * @param epsilon added to the root
 */
public record RmsProp(double alpha, double epsilon) implements Rule {
  private static final Parameter ALPHA =
      Parameter.number("alpha", "share of the mean square that is kept", Range.halfOpen(0, 1))
          .withFallback(0.99)
          .spaced(Parameter.Spacing.LINEAR);

  /** What a plan may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "rmsprop",
          Kind.UPDATE_RULE,
          "Divides each weight's gradient by its recent root mean square.",
          "v <- alpha v + (1 - alpha) g^2; w <- w - rate * g / (sqrt(v) + epsilon)",
          List.of(Rule.rateParameter(), ALPHA, Adam.EPSILON),
          List.of(),
          "",
          Places.NONE,
          "Tieleman and Hinton, Coursera, Neural networks for machine learning, lecture 6, 2012");

  /** Checks all ranges. */
  public RmsProp {
    ALPHA.check(alpha);
    Adam.EPSILON.check(epsilon);
  }

  /** As written in a plan: {@code rmsprop(1e-3)}. */
  public static RmsProp of(Settings settings) {
    return new RmsProp(settings.number("alpha"), settings.number("epsilon"));
  }

  @Override
  public UpdateRule build(Population population) {
    return new RootState(alpha, 1 - alpha, epsilon, population);
  }
}
