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
  private final Arena arena;
  private final Precision precision;
  private final int members;
  private final int batch;
  private final int features;
  private Tensor training = Unset.TENSOR;

  Activations(Arena arena, Precision precision, int members, int batch, int features) {
    this.arena = arena;
    this.precision = precision;
    this.members = members;
    this.batch = batch;
    this.features = features;
  }

  /** Where a training pass writes, {@code [K, B, F]}; made when first asked for. */
  public Tensor training() {
    if (!training.defined()) {
      training = arena.keep(ordered(arena.zeros(precision, members, (long) features * batch)));
    }
    return training;
  }

  /** Flat numbers {@code [K, B * F]} seen as such a result, in the same order of memory. */
  public Tensor ordered(Tensor flat) {
    return flat.view(members, features, batch).transpose(1, 2);
  }

  /** Where this pass writes, with as many rows as {@code input} has. */
  public Tensor forPass(Pass pass, Tensor input) {
    return pass.training()
        ? training()
        : Tensors.empty(precision, members, features, input.size(1)).transpose(1, 2);
  }
}
