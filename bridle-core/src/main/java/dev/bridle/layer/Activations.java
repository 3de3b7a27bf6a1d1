package dev.bridle.layer;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Memory for one result {@code [K, B, F]} of a layer: the same each training step, since making a
 * tensor costs three times what an operator in place does; made afresh for an evaluation, whose
 * batches have other sizes.
 *
 * <p>The rows of a feature lie side by side: a view, with its last two axes exchanged, of {@code
 * [K, F, B]}, which is the order that {@link Dense} computes fastest in.
 */
public final class Activations {
  private final Tensor training;
  private final Precision precision;

  Activations(Arena arena, Precision precision, int members, int batch, int features) {
    this.precision = precision;
    Tensor rows = arena.zeros(precision, members, features, batch);
    this.training = arena.keep(rows.transpose(1, 2));
  }

  /** Where a training pass writes, {@code [K, B, F]}. */
  public Tensor training() {
    return training;
  }

  /** Flat numbers {@code [K, B * F]} seen as such a result, in the same order of memory. */
  public Tensor ordered(Tensor flat) {
    return flat.view(training.size(0), training.size(2), training.size(1)).transpose(1, 2);
  }

  /** Where this pass writes, with as many rows as {@code input} has. */
  public Tensor forPass(Pass pass, Tensor input) {
    return pass.training()
        ? training
        : Tensors.empty(precision, training.size(0), training.size(2), input.size(1))
            .transpose(1, 2);
  }
}
