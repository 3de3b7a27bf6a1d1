package dev.bridle.optimizer;

import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * An update rule at work: its state is rows {@code [K, P]}, one for each member, laid out as the
 * weights.
 */
public interface UpdateRule extends AutoCloseable {
  /**
   * The rows that backward passes add gradients to: a buffer of their own, whose content is
   * undefined after an update, or, where a rule allows it, the velocity itself.
   */
  Tensor gradient();

  /** By what the old content of {@link #gradient} is multiplied when a new gradient comes. */
  default double carry() {
    return 0;
  }

  /**
   * Binds the rule to a part of the weights, once; who takes all weights part by part, each while
   * it is in the cache, moves less memory.
   *
   * @param part some weights of the population
   * @param rates learning rates, {@code [K, 1, ...]} with as many axes as the part
   * @param arena where views that outlive a step are kept
   */
  Update bind(Weight part, Tensor rates, Arena arena);

  /**
   * The learning rates given to {@link #bind} have all been made {@code factor} times what they
   * were then, in place. For rules that took numbers out of them.
   */
  default void rescaled(double factor) {}

  /** The rule bound to a part of the weights. */
  interface Update {
    /**
     * Moves the weights.
     *
     * @param number of the update, counted from 1
     */
    void step(long number);
  }

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

  /** How many numbers it touches for each weight, the weight included: what a cache has to hold. */
  int arrays();

  /** Everything that must be kept when members leave or a training is resumed, in a fixed order. */
  List<Tensor> state();

  @Override
  void close();
}
