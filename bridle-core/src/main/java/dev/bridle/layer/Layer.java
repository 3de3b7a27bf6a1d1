package dev.bridle.layer;

import org.bytedeco.pytorch.Tensor;

/**
 * A layer at work: activations of all members in, activations of all members out, and the same way
 * back. Members never mix.
 *
 * <p>Called inside a {@link dev.bridle.tensor.Scope}: what it makes dies with the step. A training
 * pass uses memory that the layer keeps between steps, so its result is valid until the next
 * training pass.
 */
public interface Layer {
  /**
   * The activations behind this layer.
   *
   * @param input {@code [K, B, F]}
   * @param pass training, in which case what the backward pass needs is kept, or evaluation
   * @return {@code [K, B, F']}
   */
  Tensor forward(Tensor input, Pass pass);

  /**
   * Allows this layer to write its training output over its input, for this and all later passes;
   * ignored by most.
   */
  default void allowInPlace() {}

  /**
   * The gradient before this layer, after the last training pass; adds the gradients of the layer's
   * own weights to the gradient rows it was built with.
   *
   * @param gradient of the loss by this layer's output, {@code [K, B, F']}; may be overwritten
   * @param inputNeeded whether anything before this layer has weights; if not, the result is not
   *     used and need not be computed
   * @return of the loss by this layer's input, {@code [K, B, F]}
   */
  Tensor backward(Tensor gradient, boolean inputNeeded);
}
