package dev.bridle.penalty;

import dev.bridle.architecture.Activation;
import dev.bridle.data.Task;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Woven;
import dev.bridle.population.Strengths;
import org.bytedeco.pytorch.Tensor;

/**
 * A term of the loss that depends on what a layer says about a batch: \( R(a_k) \), a mean over the
 * batch, for each member k. It stands on the activation itself, before dropout and what else is
 * woven in behind it.
 *
 * <p>Implementations are records, so that networks with equal recipes are equal. Members must not
 * mix: sum over all axes but the first. At strength 0 it changes no bit of a training.
 */
public interface ActivityPenalty extends Woven {
  /**
   * The penalty of each member, {@code [K]}.
   *
   * @param activations {@code [K, B, F]}
   * @param strengths the declared numbers, {@code [K]} each
   * @param spot where it stands
   */
  Tensor value(Tensor activations, Strengths strengths, Spot spot);

  /** Adds the gradient by the activations to {@code gradient}, which has their shape. */
  void addGradient(Tensor activations, Tensor gradient, Strengths strengths, Spot spot);

  /** How many rows a mean is over: those of the batch, and of a series all of their steps. */
  static double rows(Tensor activations, Spot spot) {
    double batch = activations.size(1);
    return spot.shape().isSeries() ? batch * spot.shape().size(0) : batch;
  }

  /** Refuses a task that it makes no sense for, with the reason. */
  default void requireTask(Task task) {}

  @Override
  default Position position() {
    return Position.ON_ACTIVATION;
  }

  @Override
  default Node node(Spot spot) {
    return new ActivityNode(this, spot);
  }

  @Override
  default Node node(String name, Shape shape, int term) {
    return node(new Spot(name, Activation.LINEAR, name, shape, term));
  }
}
