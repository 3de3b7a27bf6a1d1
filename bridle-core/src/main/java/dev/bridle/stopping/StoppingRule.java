package dev.bridle.stopping;

import dev.bridle.data.Task;
import dev.bridle.declaration.Regularizer;
import dev.bridle.metric.Metric;
import java.util.Map;
import java.util.Optional;

/** Looks at the losses of one member so far and says whether its training goes on. */
public interface StoppingRule extends Regularizer {
  /**
   * The metric whose {@link Metric#cost} on the validation part stands in place of the validation
   * loss; empty for the loss itself.
   */
  default Optional<Metric> metric() {
    return Optional.empty();
  }

  /**
   * Refuses a task that its metric is not for.
   *
   * @throws IllegalArgumentException with the metrics that are
   */
  default void requireFits(Task task) {}

  /**
   * The verdict after the last epoch of {@code losses}.
   *
   * @param losses the training and validation losses of all epochs so far
   * @param numbers the declared numbers of this member
   */
  Verdict judge(Losses losses, Map<String, Double> numbers);

  /**
   * What a rule says after an epoch.
   *
   * @param stop whether training ends here
   * @param best the epoch, counted from 0, whose weights are the result
   */
  record Verdict(boolean stop, int best) {}
}
