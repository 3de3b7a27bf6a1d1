package dev.bridle.stopping;

import java.util.List;

/**
 * The losses of one member so far, without penalties; lower is better.
 *
 * @param training the mean loss of each epoch's batches as they were trained on, oldest first
 * @param validation the loss of the validation part after each epoch, or what a rule wants judged
 *     in its place
 */
public record Losses(List<Double> training, List<Double> validation) {
  /** Copies the lists and checks that they are of the same epochs, one at least. */
  public Losses {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    if (training.size() != validation.size() || validation.isEmpty()) {
      throw new IllegalArgumentException(
          "losses of "
              + training.size()
              + " epochs of training and "
              + validation.size()
              + " of validation: expected as many of both, and one at least");
    }
  }

  /** How many epochs there were. */
  int epochs() {
    return validation.size();
  }
}
