package dev.bridle.layer;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Memory for one result {@code [K, B, F]} of a layer: the same each training step, since making a
 * tensor costs three times what an operator in place does; made afresh for an evaluation, whose
 * batches have other sizes.
 */
public final class Activations {
  private final Tensor training;
  private final Precision precision;

  Activations(Arena arena, Precision precision, int members, int batch, int features) {
    this.precision = precision;
    this.training = arena.zeros(precision, members, batch, features);
  }

  /** Where a training pass writes, {@code [K, B, F]}. */
  public Tensor training() {
    return training;
  }

  /** Where this pass writes, with as many rows as {@code input} has. */
  public Tensor forPass(Pass pass, Tensor input) {
    return pass.training()
        ? training
        : Tensors.empty(precision, training.size(0), input.size(1), training.size(2));
  }
}
