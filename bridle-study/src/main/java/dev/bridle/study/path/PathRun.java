package dev.bridle.study.path;

import dev.bridle.metric.Metric;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import dev.bridle.pruning.Compacted;
import dev.bridle.pruning.Compaction;
import dev.bridle.train.Outcome;
import dev.bridle.train.TrainingResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What is kept of one network of a path; the network itself is not.
 *
 * @param diverged whether its loss ceased to be finite, so that nothing else counts
 * @param validation its score on the scoring rows
 * @param train its score on the training rows
 * @param layers its kernels, in order
 * @param inputs how many inputs the first kernel has
 * @param alive how many of them reach a unit: their weights are not all 0
 * @param parameters how many are left of all when what changes nothing is left out
 */
record PathRun(
    boolean diverged,
    double validation,
    double train,
    List<LayerState> layers,
    int inputs,
    int alive,
    int parameters) {

  /**
   * What is kept of a result.
   *
   * @param preparation what was done to its rows; where anything was, inputs keep their places
   */
  static PathRun of(TrainingResult result, Metric metric, Map<String, String> preparation) {
    TrainedNetwork network = result.network().withAttachments(preparation);
    List<WeightSpec> kernels =
        network.compiled().layout(List.of()).weights().stream()
            .filter(weight -> weight.role() == Role.KERNEL)
            .toList();
    WeightSpec first = kernels.get(0);
    return new PathRun(
        result.outcome() instanceof Outcome.Diverged,
        result.test().get(metric),
        result.train().get(metric),
        kernels.stream().map(k -> layer(k, network.values(k.name()))).toList(),
        first.shape().get(first.inputAxis()),
        alive(first, network.values(first.name())),
        parameters(network));
  }

  /** Predictions under masks of their own would change: there nothing is left out. */
  private static int parameters(TrainedNetwork network) {
    TrainedNetwork smaller =
        network.passes().isPresent() ? network : Compaction.of(network).after();
    return Compacted.parameters(smaller);
  }

  private static LayerState layer(WeightSpec kernel, double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    long zeros = Arrays.stream(values).filter(value -> value == 0).count();
    return new LayerState(kernel.layer(), values.length, zeros, Math.sqrt(squares));
  }

  /** Counts the inputs whose weights, in all units and taps, are not all 0. */
  static int alive(WeightSpec kernel, double[] values) {
    int inputs = kernel.shape().get(kernel.inputAxis());
    int inner = 1; // numbers between one input and the next, row-major
    for (int axis = kernel.inputAxis() + 1; axis < kernel.shape().size(); axis++) {
      inner *= kernel.shape().get(axis);
    }
    boolean[] alive = new boolean[inputs];
    for (int i = 0; i < values.length; i++) {
      alive[i / inner % inputs] |= values[i] != 0;
    }
    int count = 0;
    for (boolean one : alive) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
