package dev.bridle.train;

import java.util.List;

/**
 * The data losses of a member over its epochs, penalties left out.
 *
 * @param train mean loss of each epoch's training batches, as they were trained on
 * @param validation loss of the validation part after each epoch; empty where there is none
 */
public record History(List<Double> train, List<Double> validation) {
  /** Copies the lists. */
  public History {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
  }

  /** How many epochs there were. */
  public int epochs() {
    return train.size();
  }
}
