package dev.bridle.metric;

import dev.bridle.data.Scaling;
import dev.bridle.data.Task;

/**
 * What a network says about some rows: for classes their probabilities {@code [N, C]}, for numbers
 * the numbers themselves {@code [N, O]}, in the targets' own units.
 */
public final class Predictions {
  private final Task task;
  private final double[] values;

  /** Predictions {@code [N, outputs]}, row-major; the array is handed over. */
  public Predictions(Task task, double[] values) {
    this.task = task;
    this.values = values;
  }

  /** What was asked. */
  public Task task() {
    return task;
  }

  /** How many rows there are, N. */
  public int size() {
    return values.length / task.outputs();
  }

  /** Row {@code row}'s probability of class {@code output}, or its number {@code output}. */
  public double get(int row, int output) {
    return values[row * task.outputs() + output];
  }

  /** The predictions of the rows of the given numbers, in that order. */
  public Predictions rows(int... numbers) {
    int width = task.outputs();
    double[] some = new double[numbers.length * width];
    for (int i = 0; i < numbers.length; i++) {
      System.arraycopy(values, numbers[i] * width, some, i * width, width);
    }
    return new Predictions(task, some);
  }

  /** The most probable class of a row; the first of several. */
  public int label(int row) {
    int best = 0;
    for (int c = 1; c < task.outputs(); c++) {
      if (get(row, c) > get(row, best)) {
        best = c;
      }
    }
    return best;
  }

  /** The name of the most probable class of a row. */
  public String labelName(int row) {
    if (task instanceof Task.Classification classification) {
      return classification.classes().get(label(row));
    }
    throw new IllegalStateException("a regression has no classes; ask for get(row, output)");
  }

  /**
   * What the outputs {@code [N, O]} of a network mean that was trained by the usual loss of its
   * task; the array is handed over.
   */
  public static Predictions ofOutputs(Task task, double[] outputs, Scaling scaling) {
    return Link.of(task).predictions(task, outputs, scaling);
  }

  /** Turns logits {@code [N, C]} into probabilities, in place and without overflow. */
  public static Predictions ofLogits(Task task, double[] logits) {
    int classes = task.outputs();
    for (int from = 0; from < logits.length; from += classes) {
      double max = logits[from];
      for (int c = 1; c < classes; c++) {
        max = Math.max(max, logits[from + c]);
      }
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        logits[from + c] = Math.exp(logits[from + c] - max);
        sum += logits[from + c];
      }
      for (int c = 0; c < classes; c++) {
        logits[from + c] /= sum;
      }
    }
    return new Predictions(task, logits);
  }
}
