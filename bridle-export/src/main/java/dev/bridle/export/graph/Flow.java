package dev.bridle.export.graph;

import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of a row on their way through the layers of a network: the graph so far, and the name
 * and shape of the value that the next layer takes.
 *
 * <p>A value lies as its {@link Shape} says, behind the axis of the rows: {@code [N, F]}, {@code
 * [N, T, F]}, {@code [N, C, H, W]}.
 */
public final class Flow {
  private final TrainedNetwork network;
  private final GraphWriter graph;
  private String value;
  private Shape shape;
  private Optional<Linear> waiting = Optional.empty();

  /** At the first layer, with the value it takes. */
  Flow(TrainedNetwork network, GraphWriter graph, String value, Shape shape) {
    this.network = network;
    this.graph = graph;
    this.value = value;
    this.shape = shape;
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

  /** The name of the value that comes in, in its own shape; whatever waited is written first. */
  public String value() {
    waiting.ifPresent(layer -> value = layer.write(graph, value));
    waiting = Optional.empty();
    return value;
  }

  /** The same in another shape of as many numbers. */
  public String value(Shape wanted) {
    String given = value();
    if (!wanted.equals(shape)) {
      value =
          wanted.isFlat()
              ? graph.add("Flatten", given + "/flat", List.of(given), Attributes.of("axis", 1))
              : graph.reshaped(given, given + "/shaped", wanted.sizes());
      shape = wanted;
    }
    return value;
  }

  /** What goes on from here, in the shape of what came in. */
  public void set(String result) {
    value = result;
  }

  /** What goes on from here, in a shape of its own. */
  public void set(String result, Shape as) {
    value = result;
    shape = as;
  }

  /** A layer that waits for what stands behind it. */
  void set(Linear layer, Shape from, Shape to) {
    set(value(from), to);
    waiting = Optional.of(layer);
  }

  /**
   * Multiplies each channel and adds to it: as part of the layer before if that waits, else by
   * operators.
   *
   * @param factor {@code [channels]}
   * @param summand {@code [channels]}
   */
  void scale(String name, double[] factor, double[] summand) {
    if (waiting.isPresent()) {
      waiting = waiting.map(layer -> layer.then(factor, summand));
      return;
    }
    String by = graph.floats(name + "/factor", factor, byChannel());
    String scaled = graph.add("Mul", name + "/scaled", List.of(value(), by));
    String shift = graph.floats(name + "/summand", summand, byChannel());
    set(graph.add("Add", name, List.of(scaled, shift)));
  }

  /** The sizes of a constant with a number for each channel: {@code [F]}, {@code [C, 1, 1]}. */
  private long[] byChannel() {
    return shape.isImage() ? new long[] {shape.channels(), 1, 1} : new long[] {shape.channels()};
  }
}
