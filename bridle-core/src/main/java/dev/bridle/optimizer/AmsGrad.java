package dev.bridle.optimizer;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Settings;
import dev.bridle.population.Population;
import java.util.List;

/**
 * AMSGrad: Adam divided by the root of the <em>largest</em> mean square so far, so that steps never
 * grow again: \( m \leftarrow \beta_1 m + (1-\beta_1) g, \; v \leftarrow \beta_2 v + (1-\beta_2)
 * g^2, \; u \leftarrow \max(u, v), \; w_k \leftarrow w_k - \eta_k
 * \frac{m/(1-\beta_1^t)}{\sqrt{u/(1-\beta_2^t)} + \epsilon} \).
 *
 * <p>Both means are corrected for their start at 0, after the largest was taken, as PyTorch and
 * Keras; the paper corrects neither and has no epsilon. Reddi, Kale and Kumar, ICLR 2018.
 *
 * @param beta1 share of the mean gradient that is kept
 * @param beta2 share of the mean square that is kept
 * @param epsilon added to the root
 */
public record AmsGrad(double beta1, double beta2, double epsilon) implements Rule {
  /** What a plan may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "amsgrad",
          Kind.UPDATE_RULE,
          "Adam with steps scaled by the largest mean square so far.",
          "m <- beta1 m + (1 - beta1) g; v <- beta2 v + (1 - beta2) g^2; u <- max(u, v);"
              + " w <- w - rate * m' / (sqrt(u') + epsilon), m' and u' corrected for their start",
          List.of(Rule.rateParameter(), Adam.BETA1, Adam.BETA2, Adam.EPSILON),
          List.of(),
          "",
          Places.NONE,
          "Reddi, Kale and Kumar, ICLR 2018, algorithm 2");

  /** Checks all ranges. */
  public AmsGrad {
    Adam.BETA1.check(beta1);
    Adam.BETA2.check(beta2);
    Adam.EPSILON.check(epsilon);
  }

  /** As written in a plan: {@code amsgrad(1e-3)}. */
  public static AmsGrad of(Settings settings) {
    return new AmsGrad(
        settings.number("beta1"), settings.number("beta2"), settings.number("epsilon"));
  }

  @Override
  public UpdateRule build(Population population) {
    return AdamState.ofLargest(new Adam(beta1, beta2, epsilon, 0), population);
  }
}
