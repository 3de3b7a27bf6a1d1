package dev.bridle.layer;

/**
 * Whether a pass through the network trains or evaluates; said with each call, never a hidden mode.
 *
 * @param training whether noise is live and results are kept for a backward pass
 * @param step the number of the update that this pass belongs to, which random streams depend on
 */
public record Pass(boolean training, long step) {
  /** A pass in which nothing is random and nothing is kept. */
  public static final Pass EVALUATION = new Pass(false, 0);

  /** The training pass of update number {@code step}. */
  public static Pass training(long step) {
    return new Pass(true, step);
  }
}
