package dev.bridle.module;

import dev.bridle.declaration.Range;

/**
 * By how much an update rule moves a weight whose gradient is constantly 1: what turns the strength
 * of a penalty into the length of its proximal step.
 *
 * <p>It is a number for SGD with and without momentum. Rules that divide by the size of gradients,
 * such as Adam, pull at each weight differently, by what only they know: under them write {@code
 * l1(1e-4, solver=subgradient)}, which acts on the gradient and needs no pull.
 *
 * @param size at least 0
 */
public record Pull(double size) {
  /** Checks the size. */
  public Pull {
    Range.atLeast(0).check("pull", size);
  }

  /** Plain gradient descent: the learning rate \( \eta \). */
  public static Pull sgd(double rate) {
    return momentum(rate, 0);
  }

  /**
   * Momentum, classical or Nesterov's: \( \eta / (1 - \mu) \). PyTorch's {@code dampening} d
   * multiplies it by 1 - d.
   */
  public static Pull momentum(double rate, double mu) {
    Range.atLeast(0).check("rate", rate);
    Range.halfOpen(0, 1).check("mu", mu);
    return new Pull(rate / (1 - mu));
  }
}
