package dev.bridle.train;

import dev.bridle.layer.Pass;
import dev.bridle.loss.Loss;
import dev.bridle.tensor.Scope;
import org.bytedeco.pytorch.Tensor;

/** One update of all members: the order of a step, a line a moment. */
final class Step {
  private final Crew crew;
  private final Loss loss;

  Step(Crew crew, Loss loss) {
    this.crew = crew;
    this.loss = loss;
  }

  /**
   * Trains on one batch.
   *
   * @param stepOfEpoch which batch of the epoch
   * @param step the number of the update, counted from 0
   * @param losses where the data loss of each member goes, {@code [K]}
   */
  void run(int stepOfEpoch, int step, Tensor losses) {
    try (Scope scope = Scope.open()) {
      Batches.Batch batch = crew.batches.get(stepOfEpoch); // batch
      Tensor outputs = crew.network.forward(batch.inputs(), Pass.training(step)); // forward
      Loss.Result result = loss.of(outputs, batch.targets()); // loss
      losses.copy_(result.perMember());
      crew.network.backward(result.gradient()); // backward
      crew.restraint.step(step + 1L); // penalties, decay, update, projections
    }
  }
}
