package dev.bridle.data;

/**
 * Three disjoint parts of one task's data.
 *
 * @param train what the weights are fitted to
 * @param validation what early stopping and the choice of a strength may look at
 * @param test what the result is scored on, and nothing is chosen by
 */
public record Split(Dataset train, Dataset validation, Dataset test) {
  /** Checks that the parts belong to one task and have inputs of one shape. */
  public Split {
    for (Dataset part : new Dataset[] {validation, test}) {
      if (!part.task().equals(train.task())) {
        throw new IllegalArgumentException(
            "task " + part.task() + ": expected that of the training part, " + train.task());
      }
      if (part.features() != train.features()) {
        throw new IllegalArgumentException(
            part.features() + " features: expected " + train.features());
      }
    }
  }
}
