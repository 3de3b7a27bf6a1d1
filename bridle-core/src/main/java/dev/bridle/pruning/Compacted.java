package dev.bridle.pruning;

import dev.bridle.model.TrainedNetwork;
import dev.bridle.population.StateLayout;
import dev.bridle.population.StatisticSpec;
import dev.bridle.tensor.Precision;
import java.util.List;

/**
 * A trained network, and the smaller one that says the same.
 *
 * @param before the network as it was
 * @param after the smaller one
 * @param inputs which inputs the smaller one still takes, by their places before
 * @param unused the names of inputs that change nothing, whether they are left out or not
 * @param layers how many units each layer has
 */
public record Compacted(
    TrainedNetwork before,
    TrainedNetwork after,
    List<Integer> inputs,
    List<String> unused,
    List<Units> layers) {

  /** Copies the lists. */
  public Compacted {
    inputs = List.copyOf(inputs);
    unused = List.copyOf(unused);
    layers = List.copyOf(layers);
  }

  /**
   * The units of one layer.
   *
   * @param layer its name, {@code dense1}
   * @param before how many there were
   * @param after how many there are
   * @param keptBy why some or all had to stay that could go by themselves, as in "conv1 keeps
   *     units, since ..."; empty if there is no such reason
   */
  public record Units(String layer, int before, int after, String keptBy) {}

  /** Whether anything has been left out. */
  public boolean isSmaller() {
    return parameters(after) < parameters(before);
  }

  /**
   * Rows as the smaller network takes them.
   *
   * @param rows {@code [N, F]}, row-major, as the network took them before
   */
  public float[] rows(float... rows) {
    return new Kept(before.features().size(), inputs).columns(rows);
  }

  /** How many weights a network has. */
  public static int parameters(TrainedNetwork network) {
    return network.compiled().layout(List.of()).parameters();
  }

  /** How many bytes its weights and statistics take. */
  public static long bytes(TrainedNetwork network) {
    StateLayout layout = network.compiled().layout(List.of());
    int statistics = layout.statistics().stream().mapToInt(StatisticSpec::size).sum();
    long numbers = (long) layout.parameters() + statistics;
    return numbers * (network.precision() == Precision.FLOAT32 ? Float.BYTES : Double.BYTES);
  }
}
