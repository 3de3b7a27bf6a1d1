package dev.bridle.optimizer;

import dev.bridle.population.Weight;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * An update rule at work: its state is rows {@code [K, P]}, one for each member, laid out as the
 * weights.
 */
public interface UpdateRule extends AutoCloseable {
  /**
   * The rows that backward passes add gradients to: a buffer of their own or, where a rule allows
   * it, the velocity itself.
   */
  Tensor gradient();

  /** By what the old content of {@link #gradient} is multiplied when a new gradient comes. */
  default double carry() {
    return 0;
  }

  /**
   * Moves the weights.
   *
   * @param weights {@code [K, P]}
   * @param rates learning rates, {@code [K, 1]}
   * @param step the number of the update, counted from 1
   */
  void step(Tensor weights, Tensor rates, long step);

  /**
   * By how much the rule moves a weight whose gradient is constantly 1, after the current step:
   * {@code [K, 1, ...]}, or one number for each of the weight's.
   *
   * @param rates learning rates, {@code [K, 1, ...]} with as many axes as the weight
   */
  Tensor pull(Weight weight, Tensor rates);

  /** Rows that the rule subtracts from the weights again and again: velocities. */
  default List<Tensor> velocities() {
    return List.of();
  }

  /** Everything that must be kept when members leave or a training is resumed, in a fixed order. */
  List<Tensor> state();

  @Override
  void close();
}
