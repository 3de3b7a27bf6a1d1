package dev.bridle.train;

import dev.bridle.batch.Batch;
import dev.bridle.layer.Pass;
import dev.bridle.loss.Loss;
import dev.bridle.population.Progress;
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
   * @param progress how far the training comes with this update
   * @param losses where the data loss of each member goes, {@code [K]}
   */
  void run(int stepOfEpoch, Progress progress, Tensor losses) {
    long step = progress.update() - 1;
    try (Scope scope = Scope.open()) {
      Batch batch = crew.changed(crew.batches.get(stepOfEpoch), step); // batch
      crew.ascent.ifPresent(Ascent::begin);
      losses.copy_(pass(batch, step));
      crew.ascent.ifPresent(
          ascent -> { // once more, where the loss is highest nearby
            ascent.climb();
            pass(batch, step);
            ascent.comeBack();
          });
      crew.restraint.step(progress); // penalties, gradient, decay, update, projections
      crew.averages.ifPresent(averages -> averages.take(progress)); // averages
    }
  }

  /**
   * Forward and backward, with the weights as they are changed for a pass; the loss {@code [K]}.
   */
  private Tensor pass(Batch batch, long step) {
    crew.perturbed.begin(step);
    Tensor outputs = crew.network.forward(batch.inputs(), Pass.training(step)); // forward
    Loss.Result result = loss.of(outputs, batch.targets()); // loss
    crew.network.backward(result.gradient()); // backward
    crew.perturbed.end();
    return result.perMember();
  }
}
