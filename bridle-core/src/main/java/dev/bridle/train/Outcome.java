package dev.bridle.train;

/** How the training of a member ended. */
public sealed interface Outcome {
  /** How many updates its weights have seen, those that were taken back included. */
  int updates();

  /**
   * It went the whole way.
   *
   * @param updates all of them
   */
  record Completed(int updates) implements Outcome {}

  /**
   * A stopping rule ended it, or took it back to its best weights at the end.
   *
   * @param updates until it stopped
   * @param bestEpoch the epoch, counted from 1, whose weights are the result
   */
  record Stopped(int updates, int bestEpoch) implements Outcome {}

  /**
   * Its loss ceased to be finite; its weights are worth nothing.
   *
   * @param updates the update, counted from 1, at which that was seen
   */
  record Diverged(int updates) implements Outcome {}
}
