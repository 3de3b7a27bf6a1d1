package dev.bridle.layer;

/**
 * What a pass through the network is for; said with each call, never a hidden mode.
 *
 * @param mode what is live and what is kept
 * @param step the number of the update that this pass belongs to, which random streams depend on
 * @param share in a pass that renews statistics, the share of this piece in them
 */
public record Pass(Mode mode, long step, double share) {
  /** What a pass is for. */
  public enum Mode {
    /** An update: noise is live, and what the backward pass needs is kept. */
    TRAINING,
    /** Predictions: nothing is random, nothing is kept. */
    EVALUATION,
    /** Predictions under noise: masks are live, nothing else is as in training. */
    SAMPLING,
    /**
     * Running statistics: nothing is random, and normalisations take those of the rows they see.
     */
    STATISTICS
  }

  /** A pass in which nothing is random and nothing is kept. */
  public static final Pass EVALUATION = new Pass(Mode.EVALUATION, 0, 0);

  /** The training pass of update number {@code step}. */
  public static Pass training(long step) {
    return new Pass(Mode.TRAINING, step, 0);
  }

  /** A pass for predictions with masks and noise, of which {@code number} says which. */
  public static Pass sampling(long number) {
    return new Pass(Mode.SAMPLING, number, 0);
  }

  /** A pass that mixes the statistics of its rows into the running ones, by {@code share}. */
  public static Pass statistics(double share) {
    return new Pass(Mode.STATISTICS, 0, share);
  }

  /** Whether results are kept for a backward pass. */
  public boolean training() {
    return mode == Mode.TRAINING;
  }

  /** Whether masks and noise are live. */
  public boolean noisy() {
    return mode == Mode.TRAINING || mode == Mode.SAMPLING;
  }
}
