package dev.bridle.batch;

import dev.bridle.data.Task;
import dev.bridle.declaration.Regularizer;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.population.Strengths;

/**
 * A change of training batches. Several of one recipe act in the order written; members never mix,
 * and rows of one member may.
 */
public interface BatchRule extends Regularizer {
  /**
   * The rule at work.
   *
   * @param strengths the declared numbers, {@code [K]} each
   * @param site where streams and memory come from
   * @param input the shape of a row
   */
  Bound bind(Strengths strengths, Site site, Shape input);

  /** Refuses a task that it makes no sense for, with the reason. */
  default void requireTask(Task task) {}

  /**
   * Refuses rows that it makes no sense for, with the reason.
   *
   * @param input the shape of a row
   * @param ids whether its numbers are ids, for an embedding to look up
   */
  default void requireInput(Shape input, boolean ids) {}

  /** A rule bound to a population. */
  @FunctionalInterface
  interface Bound {
    /**
     * The changed batch; what it was given is left as it is.
     *
     * @param step the number of the update that the batch is for, counted from 0
     */
    Batch apply(Batch batch, long step);
  }
}
