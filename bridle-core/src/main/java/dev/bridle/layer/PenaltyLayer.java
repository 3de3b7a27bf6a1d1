package dev.bridle.layer;

import org.bytedeco.pytorch.Tensor;

/** A layer that adds the gradient of a term of the loss on the way back. */
public interface PenaltyLayer extends Layer {
  /**
   * What the term amounts to for each member, {@code [K]}, as a mean over rows.
   *
   * @param input what comes into the layer, {@code [K, B, F]}
   */
  Tensor value(Tensor input);
}
