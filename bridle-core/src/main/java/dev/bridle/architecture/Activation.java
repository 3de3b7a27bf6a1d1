package dev.bridle.architecture;

import java.util.Arrays;
import java.util.Optional;

/** The function applied to each output of a layer. */
public enum Activation {
  /** {@code x}: none at all; not written. */
  LINEAR("linear"),
  /** {@code max(x, 0)}. */
  RELU("relu"),
  /** {@code x} for {@code x >= 0}, {@code 0.01 x} below. */
  LEAKY_RELU("leaky-relu"),
  /** {@code x Phi(x)}, Phi the normal distribution function. Hendrycks and Gimpel 2016. */
  GELU("gelu"),
  /**
   * {@code 1.0507 x}, or {@code 1.0507 * 1.6733 (exp(x) - 1)} below 0. Keeps mean 0 and variance 1
   * only from weights drawn as by LeCun: {@code initial lecun} in the plan. Klambauer et al. 2017.
   */
  SELU("selu"),
  /** The hyperbolic tangent. */
  TANH("tanh"),
  /** {@code 1 / (1 + exp(-x))}. */
  SIGMOID("sigmoid"),
  /** {@code x / (1 + exp(-x))}, also known as swish. */
  SILU("silu");

  /** What a leaky ReLU multiplies negative numbers by. */
  public static final double LEAKY_SLOPE = 0.01;

  private final String text;

  Activation(String text) {
    this.text = text;
  }

  /** How it is written: {@code leaky-relu}. */
  public String text() {
    return text;
  }

  /** The activation written {@code text}, if there is one. */
  public static Optional<Activation> of(String text) {
    return Arrays.stream(values()).filter(a -> a.text.equals(text)).findFirst();
  }

  @Override
  public String toString() {
    return text;
  }
}
