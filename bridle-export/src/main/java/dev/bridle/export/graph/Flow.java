package dev.bridle.export.graph;

import dev.bridle.model.TrainedNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of a row on their way through the layers of a network: the graph so far, and the name
 * of the value that the next layer takes.
 */
public final class Flow {
  private final TrainedNetwork network;
  private final GraphWriter graph;
  private String value;
  private Optional<Affine> waiting = Optional.empty();

  /** At the first layer, with the value it takes. */
  Flow(TrainedNetwork network, GraphWriter graph, String value) {
    this.network = network;
    this.graph = graph;
    this.value = value;
  }

  /** Whose layers these are. */
  public TrainedNetwork network() {
    return network;
  }

  /** The number a term of the recipe sets, such as the epsilon of a normalisation. */
  double number(int term, String name) {
    Map<String, Double> numbers = network.compiled().recipe().terms().get(term).numbers();
    return Optional.ofNullable(numbers.get(name)).orElseThrow();
  }

  /** The graph, to write to behind {@link #value}. */
  public GraphWriter graph() {
    return graph;
  }

  /** The name of the value that comes in; whatever waited is written first. */
  public String value() {
    waiting.ifPresent(affine -> value = affine.write(graph, value));
    waiting = Optional.empty();
    return value;
  }

  /** What goes on from here. */
  public void set(String result) {
    value = result;
  }

  /** A layer that waits for what stands behind it. */
  void set(Affine affine) {
    set(value());
    waiting = Optional.of(affine);
  }

  /**
   * Multiplies each number of a row and adds to it: as part of the layer before if that waits, else
   * by operators.
   *
   * @param factor {@code [F]}
   * @param summand {@code [F]}
   */
  void scale(String name, double[] factor, double[] summand) {
    if (waiting.isPresent()) {
      waiting = waiting.map(affine -> affine.then(factor, summand));
      return;
    }
    String by = graph.floats(name + "/factor", factor, factor.length);
    String scaled = graph.add("Mul", name + "/scaled", List.of(value(), by));
    String shift = graph.floats(name + "/summand", summand, summand.length);
    set(graph.add("Add", name, List.of(scaled, shift)));
  }
}
