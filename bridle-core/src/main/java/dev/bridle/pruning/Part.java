package dev.bridle.pruning;

import dev.bridle.architecture.LayerSpec;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A layer with weights of a trained network, as one that units may be left out of. What comes in
 * are channels: features of a row or of a time step, channels of an image.
 */
interface Part {
  /** {@code dense1}. */
  String name();

  /** How many units, filters or columns it has: the channels that go out. */
  int units();

  /** Why nothing of it can be cut, if nothing can: "conv1 keeps all its units, since ...". */
  default Optional<String> whole() {
    return Optional.empty();
  }

  /** Whether a unit says the same whatever comes in, and at each position and step. */
  boolean isConstant(int unit);

  /** Whether no unit hears a channel that comes in. */
  default boolean isUnheard(int channel) {
    return false;
  }

  /**
   * Whether it says the same without a channel that comes in, once its biases are changed.
   *
   * @param said what the channel says, if that is always the same
   */
  default boolean canMiss(int channel, OptionalDouble said) {
    return false;
  }

  /** Why it cannot miss all that changes nothing: "conv1 keeps some units, since ...". */
  default Optional<String> needs() {
    return Optional.empty();
  }

  /** Whether no other unit of the layer hears a unit. */
  default boolean isUnheardInside(int unit) {
    return true;
  }

  /** The layer with so many units. */
  LayerSpec with(int units);

  /**
   * What is left of one of its weights.
   *
   * @param weight the name of the weight
   * @param values as they were; may be written over
   * @param inputs the channels that stay
   * @param units those that stay
   * @param missed what each channel always said that does not stay, 0 where it was not heard
   */
  double[] cut(String weight, double[] values, Kept inputs, Kept units, double... missed);
}
