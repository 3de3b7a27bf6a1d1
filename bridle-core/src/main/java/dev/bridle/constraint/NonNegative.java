package dev.bridle.constraint;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * Non-negative weights: \( w_{k,i} \ge 0 \), by \( w \leftarrow \max(w, 0) \).
 *
 * <p>On weights, not on biases, unless the place says so; the same as Keras's {@code NonNeg}.
 * Weights {@code [K, ...]}; no parameter. Lee and Seung, Nature 401, 1999 (parts instead of
 * cancellations).
 */
public final class NonNegative implements Constraint {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "non-negative",
          Kind.CONSTRAINT,
          "Keeps all weights at or above zero, so that inputs can only add up.",
          "w <- max(w, 0)",
          List.of(),
          List.of(),
          "weights",
          Places.WEIGHTS,
          "Lee and Seung, Nature 401, 1999");

  @Override
  public void project(Weight weight, Strengths strengths) {
    weight.value().clamp_min_(Tensors.constant(0));
  }

  @Override
  public boolean elementwise() {
    return true;
  }

  @Override
  public Tensor violation(Weight weight, Strengths strengths) {
    return Vectors.worst(weight.value().neg());
  }

  /** 1 for weights that are 0, which those are that would be negative; 0 for all others. */
  @Override
  public Optional<Tensor> closeness(Weight weight, Strengths strengths) {
    Tensor value = weight.value();
    return Optional.of(value.le(Tensors.constant(0)).to(value.scalar_type()));
  }
}
