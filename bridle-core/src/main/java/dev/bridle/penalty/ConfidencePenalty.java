package dev.bridle.penalty;

import dev.bridle.data.Task;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A reward for being unsure: \( R(z_k) = -\frac{\beta_k}{B} \sum_b H(p_{k,b}) \), H the entropy of
 * the softmax p of the logits z; gradient \( \frac{\beta_k}{B} \, p_c (\log p_c + H) \).
 *
 * <p>The value is negative and lowers the loss. What {@code label-smoothing} does by its targets,
 * this does by the outputs: it pulls least where the network is unsure already. Logits {@code [K,
 * B, C]}, \( \beta \ge 0 \), {@code [K]}; classes only. Keras and PyTorch have nothing built in.
 * Pereyra et al., ICLR workshop 2017 (arXiv 1701.06548), section 3.
 */
public record ConfidencePenalty() implements ActivityPenalty {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "confidence-penalty",
          Kind.PENALTY,
          "Takes the entropy of the predicted classes off the loss, so that certainty has a price.",
          "-beta * mean over the batch of H(p), p = softmax of the outputs",
          List.of(Parameter.strength("beta", "strength")),
          List.of(),
          "output",
          Places.OUTPUT,
          "Pereyra et al., arXiv 1701.06548, 2017, section 3");

  @Override
  public void requireTask(Task task) {
    task.requireClasses(DECLARATION.name());
  }

  @Override
  public Tensor value(Tensor activations, Strengths strengths, Spot spot) {
    Tensor logs = activations.transpose(1, 2).log_softmax(1);
    Tensor sums = Tensors.sumPerMember(logs.exp().mul(logs)); // minus the entropies
    sums.mul_(Tensors.factor(1.0 / activations.size(1), sums));
    return sums.mul_(strengths.of("beta", sums));
  }

  @Override
  public void addGradient(Tensor activations, Tensor gradient, Strengths strengths, Spot spot) {
    // classes before rows, as dense layers lay them out
    Tensor logs = activations.transpose(1, 2).log_softmax(1);
    Tensor probabilities = logs.exp();
    Tensor entropies = Tensors.sum(probabilities.mul(logs), true, 1);
    Tensor beta = strengths.of("beta", activations);
    Tensor share = beta.mul(Tensors.factor(1.0 / activations.size(1), beta));
    Tensor pull = logs.sub_(entropies).mul_(probabilities).mul_(share);
    gradient.add_(pull.transpose(1, 2));
  }
}
