package dev.bridle.loss;

import dev.bridle.data.Task;
import org.bytedeco.pytorch.Tensor;

/** How far the outputs of a batch are from its targets, for each member. */
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

  /** The loss of a task: softmax cross entropy for classes, mean squared error for numbers. */
  static Loss of(Task task) {
    return task instanceof Task.Classification ? new SoftmaxCrossEntropy() : new MeanSquaredError();
  }
}
