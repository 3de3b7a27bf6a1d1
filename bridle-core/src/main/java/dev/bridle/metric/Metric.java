package dev.bridle.metric;

import dev.bridle.data.Dataset;
import dev.bridle.data.Task;
import java.util.List;

/** One number for how good predictions are; open to your own. */
public interface Metric {
  /** Share of rows whose most probable class is the true one. */
  Metric ACCURACY = new Accuracy();

  /** Mean of minus the logarithm of the true class's probability, in nats. */
  Metric LOG_LOSS = new LogLoss();

  /** Root of the mean squared error, in the targets' units. */
  Metric RMSE = new RootMeanSquaredError();

  /** How it is written: {@code log-loss}. */
  String name();

  /** Whether more is better; nothing that chooses has to ask a user. */
  boolean higherIsBetter();

  /** The number for predictions of the rows of {@code truth}, in their order. */
  double of(Predictions predictions, Dataset truth);

  /** The metrics of a task, the headline first. */
  static List<Metric> of(Task task) {
    return task instanceof Task.Classification ? List.of(ACCURACY, LOG_LOSS) : List.of(RMSE);
  }
}
