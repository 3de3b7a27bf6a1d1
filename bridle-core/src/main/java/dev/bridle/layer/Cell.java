package dev.bridle.layer;

import org.bytedeco.pytorch.Tensor;

/**
 * What a recurrent layer computes in one time step, element by element, between its products: from
 * pre-activations to the next state, and back. All members at once, {@code [K, H, B]}.
 *
 * <p>The pre-activations from the input and those from the state are one sum for most cells; where
 * they are apart, the cell says so.
 */
interface Cell {
  /** Where pre-activations from the input go, and on the way back their gradients. */
  Room.Steps fromInput();

  /** Where those from the state go; the same where they are not apart. */
  Room.Steps fromState();

  /**
   * The next state.
   *
   * @param t the step, in the order of computation
   * @param before the state before it
   * @param after where the state behind it goes
   */
  void forward(int t, Tensor before, Tensor after);

  /**
   * Keeps what a cell has beside its state where {@code kept} says so, after {@link #forward}.
   *
   * @param kept {@code [K or 1, H or 1, B]}, true where the old state stays
   */
  default void hold(int t, Tensor kept) {}

  /** Moves what a cell has beside its state back towards its old value by {@code share}. */
  default void blend(int t, Tensor share) {}

  /** Before the backward pass through the steps: what can be said of all of them at once. */
  void prepareBackward(Room.Steps states);

  /**
   * Turns the gradient by the state behind step t into gradients of the step's pre-activations, and
   * into what goes to the state before it other than through the products.
   *
   * @param gradient {@code [K, H, B]}; afterwards that which goes on directly
   */
  void backward(int t, Tensor gradient);

  /** Before {@link #backward} of a step that held: what the cell keeps goes past the step. */
  default void holdBackward(Tensor kept) {}

  /** After it: what went past joins again. */
  default void joinBackward() {}

  /** Whether anything goes on directly. */
  boolean direct();
}
