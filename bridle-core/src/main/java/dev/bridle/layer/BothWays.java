package dev.bridle.layer;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Activations {@code [K, B, F]} in both orders of memory, row by row and feature by feature: the
 * one they came in, and a copy in the other, made when asked for. What all members share is copied
 * once.
 */
final class BothWays {
  private final Site site;
  private final int features;
  private Tensor given = Unset.TENSOR;
  private Tensor copy = Unset.TENSOR;
  private boolean givenByRows;
  private boolean copied;

  BothWays(Site site, int features) {
    this.site = site;
    this.features = features;
  }

  /** Takes activations; those of the last step are forgotten. */
  void set(Tensor activations) {
    copied = false;
    if (Tensors.isSame(activations, given)) { // the usual case: the same memory each step
      return;
    }
    given = activations;
    givenByRows = activations.stride(2) == 1;
    long members = isShared() ? 1 : activations.size(0);
    boolean fits =
        copy.defined() && copy.size(0) == members && (copy.stride(2) == 1) != givenByRows;
    if (!fits) {
      copy = room(members, !givenByRows);
    }
  }

  /** {@code [K or 1, B, F]}, rows contiguous. */
  Tensor byRows() {
    return givenByRows ? given : copy();
  }

  /** {@code [K or 1, B, F]}, what all rows have of a feature contiguous. */
  Tensor byFeatures() {
    return givenByRows ? copy() : given;
  }

  private boolean isShared() {
    return given.stride(0) == 0;
  }

  private Tensor copy() {
    if (!copied) {
      copy.copy_(isShared() ? given.narrow(0, 0, 1) : given);
      copied = true;
    }
    return copy;
  }

  private Tensor room(long members, boolean byRows) {
    Arena arena = site.arena();
    Precision precision = site.precision();
    return byRows
        ? arena.zeros(precision, members, site.batch(), features)
        : arena.keep(arena.zeros(precision, members, features, site.batch()).transpose(1, 2));
  }
}
