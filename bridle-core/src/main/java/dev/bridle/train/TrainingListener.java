package dev.bridle.train;

/** Is told how far a training has come; called often, on the thread that trains, so be quick. */
@FunctionalInterface
public interface TrainingListener {
  /** Wants to know nothing. */
  TrainingListener NONE = (step, updates, members) -> {};

  /**
   * An update is done.
   *
   * @param step how many are done
   * @param updates how many there will be
   * @param members how many members took part
   */
  void onStep(int step, int updates, int members);
}
