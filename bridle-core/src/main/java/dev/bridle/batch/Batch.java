package dev.bridle.batch;

import org.bytedeco.pytorch.Tensor;

/**
 * A batch of all members, valid until the next one.
 *
 * @param inputs {@code [K, B, F]}; where members share a batch, views of one copy
 * @param targets {@code [1 or K, B, O]}
 * @param rows which rows of the training part they are
 */
public record Batch(Tensor inputs, Tensor targets, Rows rows) {
  /** Which row of its replicate's training part a row of a batch is. */
  @FunctionalInterface
  public interface Rows {
    /** The number of row {@code b} of member {@code k}'s batch. */
    int of(int k, int b);
  }

  /** The same rows with other targets. */
  public Batch withTargets(Tensor other) {
    return new Batch(inputs, other, rows);
  }
}
