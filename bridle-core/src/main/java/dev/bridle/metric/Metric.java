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

  /** Mean over the classes of the share of their rows that are recognised. */
  Metric BALANCED_ACCURACY = new BalancedAccuracy();

  /** Area under the curve of true against false positives; two classes, the second is positive. */
  Metric AUC = new AreaUnderCurve();

  /** Mean squared difference between probabilities and truth, summed over the classes. */
  Metric BRIER = new BrierScore();

  /** Expected difference between confidence and share of right answers. */
  Metric CALIBRATION_ERROR = new CalibrationError();

  /** Mean absolute error, in the targets' units. */
  Metric MAE = new MeanAbsoluteError();

  /** Share of the targets' variance that is explained. */
  Metric R2 = new ExplainedVariance();

  /** How it is written: {@code log-loss}. */
  String name();

  /** Whether more is better; nothing that chooses has to ask a user. */
  boolean higherIsBetter();

  /** The number for predictions of the rows of {@code truth}, in their order. */
  double of(Predictions predictions, Dataset truth);

  /**
   * The number of a metric counted so that less is better: \( 1 - m \) for a metric of which more
   * is better. All of those are at most 1, so that it is at least 0 and its ratios make sense: the
   * share of wrong answers, of unexplained variance.
   */
  static double cost(Metric metric, Predictions predictions, Dataset truth) {
    double value = metric.of(predictions, truth);
    return metric.higherIsBetter() ? 1 - value : value;
  }

  /** The metrics of a task, the headline first. */
  static List<Metric> of(Task task) {
    if (task instanceof Task.Regression) {
      return List.of(RMSE, MAE, R2);
    }
    List<Metric> metrics =
        List.of(ACCURACY, LOG_LOSS, BALANCED_ACCURACY, BRIER, CALIBRATION_ERROR, AUC);
    return task.outputs() == 2 ? metrics : metrics.subList(0, metrics.size() - 1);
  }
}
