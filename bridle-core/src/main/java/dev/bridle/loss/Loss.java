package dev.bridle.loss;

import dev.bridle.data.Task;
import dev.bridle.metric.Link;
import dev.bridle.text.TextScanner;
import org.bytedeco.pytorch.Tensor;

/**
 * How far the outputs of a batch are from its targets, for each member; a value, which prints as it
 * is written in a plan.
 */
public interface Loss {
  /**
   * The loss and its gradient by the outputs.
   *
   * @param outputs {@code [K, B, O]}
   * @param targets {@code [1 or K, B, O]}
   */
  Result of(Tensor outputs, Tensor targets);

  /** The loss of each row, {@code [K, B]}. */
  Tensor perRow(Tensor outputs, Tensor targets);

  /**
   * What a batch says.
   *
   * @param perMember the mean over the batch, {@code [K]}
   * @param gradient of each member's mean by its outputs, {@code [K, B, O]}
   */
  record Result(Tensor perMember, Tensor gradient) {}

  /** What makes predictions of the outputs of a network that was trained by it. */
  Link link();

  /**
   * Refuses a task that it is not for.
   *
   * @throws IllegalArgumentException with the losses that are
   */
  default void requireFits(Task task) {
    boolean numbers = task instanceof Task.Regression;
    if (numbers != (link() == Link.IDENTITY)) {
      throw new IllegalArgumentException(
          "loss "
              + this
              + " is for "
              + (numbers
                  ? "classes, but the data ask for numbers"
                  : "numbers, but the data ask for classes")
              + ": expected one of "
              + String.join(", ", LossReader.names(numbers)));
    }
  }

  /**
   * Reads one: {@code cross-entropy}, {@code huber(1)}.
   *
   * @throws dev.bridle.text.TextException if the text is wrong, with the position and what is
   *     allowed
   */
  static Loss parse(String text) {
    TextScanner scanner = new TextScanner("loss", text);
    Loss loss = read(scanner);
    if (!scanner.atEnd()) {
      throw scanner.unexpected("the end of the text");
    }
    return loss;
  }

  /** Reads one out of a longer text. */
  static Loss read(TextScanner scanner) {
    return LossReader.read(scanner);
  }

  /** The loss of a task: softmax cross entropy for classes, mean squared error for numbers. */
  static Loss of(Task task) {
    return task instanceof Task.Classification ? new SoftmaxCrossEntropy() : new MeanSquaredError();
  }
}
