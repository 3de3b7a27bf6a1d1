package dev.bridle.decay;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Decoupled weight decay: \( w_k \leftarrow w_k - \eta_k \lambda_k w_k \), before the update.
 *
 * <p>The learning rate multiplies it, as PyTorch's AdamW (the paper writes a schedule instead). Not
 * scaled by Adam's second moments, unlike {@code l2} and {@code coupled-decay}; and it does not
 * enter the velocity, so under momentum \( \mu \) it pulls \( 1-\mu \) times as hard as the coupled
 * form of the same strength. On weights, not on biases and scales, unless the place says so
 * (PyTorch decays all). \( \lambda \ge 0 \), {@code [K]}. Loshchilov and Hutter, ICLR 2019,
 * algorithm 2.
 */
public final class WeightDecay implements Decay {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "weight-decay",
          Kind.DECAY,
          "Shrinks every weight by the same small share in each update, whatever its gradient.",
          "w <- w - rate * lambda * w, before the update (under momentum mu it pulls 1 - mu times as"
              + " hard as coupled-decay)",
          List.of(Parameter.strength("lambda", "strength, as AdamW's weight_decay")),
          List.of(),
          "weights",
          Places.WEIGHTS,
          "Loshchilov and Hutter, ICLR 2019, algorithm 2");

  @Override
  public void apply(Weight weight, Tensor gradient, Tensor rates, Strengths strengths) {
    Tensor value = weight.value();
    value.addcmul_(value, rates.mul(strengths.of("lambda", value)), Tensors.constant(-1));
  }
}
