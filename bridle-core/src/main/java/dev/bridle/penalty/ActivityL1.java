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
 * Sum of absolute activations, a mean over the batch: \( R(a_k) = \frac{\lambda_k}{B} \sum_{b,j}
 * |a_{k,b,j}| \), gradient \( \lambda_k \, \mathrm{sign}(a) / B \), 0 at 0.
 *
 * <p>Few units then answer to a row, and the rest say exactly 0 where the activation is a ReLU.
 * Divided by the batch, as Keras documents its {@code activity_regularizer} and since version 3
 * does, so that the strength does not depend on B; of a series the steps are averaged too, padded
 * ones among them. On the activation of a layer, before dropout. {@code [K, B, F]}, \( \lambda \ge
 * 0 \), {@code [K]}. Glorot, Bordes and Bengio, AISTATS 2011, section 3.1.
 */
public record ActivityL1() implements ActivityPenalty {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "activity-l1",
          Kind.PENALTY,
          "Adds the sum of absolute activations to the loss, so that few units answer to a row.",
          "lambda * sum(|a|) / B; gradient lambda * sign(a) / B",
          List.of(Parameter.strength("lambda", "strength")),
          List.of(),
          "hidden",
          Places.LAYERS,
          "Glorot, Bordes and Bengio, AISTATS 2011, section 3.1");

  @Override
  public Tensor value(Tensor activations, Strengths strengths, Spot spot) {
    Tensor sums = Tensors.sumPerMember(activations.abs());
    sums.mul_(Tensors.factor(1 / ActivityPenalty.rows(activations, spot), sums));
    return sums.mul_(strengths.of("lambda", sums));
  }

  @Override
  public void addGradient(Tensor activations, Tensor gradient, Strengths strengths, Spot spot) {
    Tensor lambda = strengths.of("lambda", activations);
    Tensor pull = lambda.mul(Tensors.factor(1 / ActivityPenalty.rows(activations, spot), lambda));
    gradient.add_(activations.sign().mul_(pull));
  }
}
