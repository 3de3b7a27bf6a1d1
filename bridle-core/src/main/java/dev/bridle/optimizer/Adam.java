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
 * Adam: running means of the gradient and of its square, both corrected for their start at 0: \( m
 * \leftarrow \beta_1 m + (1-\beta_1) g, \; v \leftarrow \beta_2 v + (1-\beta_2) g^2, \; w_k
 * \leftarrow w_k - \eta_k \frac{m/(1-\beta_1^t)}{\sqrt{v/(1-\beta_2^t)} + \epsilon} \).
 *
 * <p>Epsilon is added to the corrected root, as PyTorch and algorithm 1 of the paper; Keras adds it
 * before the correction. Kingma and Ba, ICLR 2015.
 *
 * @param beta1 share of the mean gradient that is kept
 * @param beta2 share of the mean square that is kept
 * @param epsilon added to the root
 * @param decay strength of the decoupled weight decay that comes along; 0 for Adam proper
 */
public record Adam(double beta1, double beta2, double epsilon, double decay) implements Rule {
  static final Parameter BETA1 =
      Parameter.number("beta1", "share of the mean gradient that is kept", Range.halfOpen(0, 1))
          .withFallback(0.9)
          .spaced(Parameter.Spacing.LINEAR);
  static final Parameter BETA2 =
      Parameter.number("beta2", "share of the mean square that is kept", Range.halfOpen(0, 1))
          .withFallback(0.999)
          .spaced(Parameter.Spacing.LINEAR);
  static final Parameter EPSILON =
      Parameter.number("epsilon", "added to the root of the mean square", Range.above(0))
          .withFallback(1e-8);
  private static final Parameter DECAY =
      Parameter.strength("decay", "decoupled weight decay").withFallback(1e-2);

  /** What a plan may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "adam",
          Kind.UPDATE_RULE,
          "Scales each weight's step by the size of its recent gradients.",
          "m <- beta1 m + (1 - beta1) g; v <- beta2 v + (1 - beta2) g^2; w <- w - rate * m' / (sqrt(v')"
              + " + epsilon), m' and v' corrected for their start at 0",
          List.of(Rule.rateParameter(), BETA1, BETA2, EPSILON),
          List.of(),
          "",
          Places.NONE,
          "Kingma and Ba, ICLR 2015, algorithm 1");

  /** What a plan may say for Adam with decoupled weight decay. */
  public static final Declaration DECLARATION_WITH_DECAY =
      new Declaration(
          "adamw",
          Kind.UPDATE_RULE,
          "Adam with decoupled weight decay on weights, not on biases.",
          "w <- w - rate * decay * w, then adam",
          List.of(Rule.rateParameter(), DECAY, BETA1, BETA2, EPSILON),
          List.of(),
          "",
          Places.NONE,
          "Loshchilov and Hutter, ICLR 2019, algorithm 2");

  /** Checks all ranges. */
  public Adam {
    BETA1.check(beta1);
    BETA2.check(beta2);
    EPSILON.check(epsilon);
    DECAY.check(decay);
  }

  /** As written in a plan: {@code adam(1e-3)}. */
  public static Adam of(Settings settings) {
    return of(settings, 0);
  }

  /** As written in a plan: {@code adamw(1e-3, decay=0.01)}. */
  public static Adam withDecay(Settings settings) {
    return of(settings, settings.number("decay"));
  }

  private static Adam of(Settings settings, double decay) {
    return new Adam(
        settings.number("beta1"), settings.number("beta2"), settings.number("epsilon"), decay);
  }

  @Override
  public UpdateRule build(Population population) {
    return new AdamState(this, population);
  }
}
