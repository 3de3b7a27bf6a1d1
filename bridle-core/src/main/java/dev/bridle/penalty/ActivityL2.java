package dev.bridle.penalty;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Sum of squared activations, a mean over the batch: \( R(a_k) = \frac{\lambda_k}{B} \sum_{b,j}
 * a_{k,b,j}^2 \), gradient \( 2 \lambda_k a / B \).
 *
 * <p>Keeps what a layer says small, so that no unit shouts; {@code activity-l2@output} keeps logits
 * small. Divided by the batch, as Keras documents its {@code activity_regularizer} and since
 * version 3 does; no factor 1/2; of a series the steps are averaged too, padded ones among them. On
 * the activation of a layer, before dropout. {@code [K, B, F]}, \( \lambda \ge 0 \), {@code [K]}.
 * Chollet and others, Keras, 2015; Merity, McCann and Socher, arXiv 1708.01009, 2017.
 */
public record ActivityL2() implements ActivityPenalty {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "activity-l2",
          Kind.PENALTY,
          "Adds the sum of squared activations to the loss, so that no unit shouts.",
          "lambda * sum(a^2) / B; gradient 2 * lambda * a / B",
          List.of(Parameter.strength("lambda", "strength")),
          List.of(),
          "hidden",
          Places.LAYERS,
          "Chollet and others, Keras, 2015; Merity, McCann and Socher, arXiv 1708.01009, 2017");

  @Override
  public Tensor value(Tensor activations, Strengths strengths, Spot spot) {
    Tensor sums = Tensors.sumPerMember(activations.square());
    sums.mul_(Tensors.factor(1 / ActivityPenalty.rows(activations, spot), sums));
    return sums.mul_(strengths.of("lambda", sums));
  }

  @Override
  public void addGradient(Tensor activations, Tensor gradient, Strengths strengths, Spot spot) {
    Tensor lambda = strengths.of("lambda", activations);
    Tensor pull = lambda.mul(Tensors.factor(2 / ActivityPenalty.rows(activations, spot), lambda));
    // product and sum apart: fused, they would round by the number of members
    gradient.add_(activations.mul(pull));
  }
}
