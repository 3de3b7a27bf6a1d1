package dev.bridle.metric;

import dev.bridle.data.Scaling;
import dev.bridle.data.Task;
import java.util.Locale;

/** What makes predictions of a network's outputs; follows from the loss it was trained by. */
public enum Link {
  /** Numbers: outputs are standardised targets. */
  IDENTITY,
  /** Classes: outputs are logits of one distribution. */
  SOFTMAX,
  /**
   * Classes: each output is the logit of one class against all others, so that \( p_c = \sigma(y_c)
   * / \sum_j \sigma(y_j) \). A network that is right about each class has sigmoids that add up to 1
   * without the division; it never changes which class is the most probable.
   */
  SIGMOID;

  /** That of the usual loss of a task. */
  public static Link of(Task task) {
    return task instanceof Task.Classification ? SOFTMAX : IDENTITY;
  }

  /** What the outputs {@code [N, O]} of a network mean; the array is handed over. */
  public Predictions predictions(Task task, double[] outputs, Scaling scaling) {
    return switch (this) {
      case IDENTITY -> {
        scaling.restore(outputs);
        yield new Predictions(task, outputs);
      }
      case SOFTMAX -> Predictions.ofLogits(task, outputs);
      case SIGMOID -> {
        for (int i = 0; i < outputs.length; i++) {
          outputs[i] = logSigmoid(outputs[i]);
        }
        // sigmoids divided by their sum, also where all of them are too small for a number
        yield Predictions.ofLogits(task, outputs);
      }
    };
  }

  private static double logSigmoid(double y) {
    return Math.min(y, 0) - Math.log1p(Math.exp(-Math.abs(y)));
  }

  /** As in a model file: {@code softmax}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
