package dev.bridle.export.graph;

import dev.bridle.data.Scaling;
import dev.bridle.layer.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** The scaling of its inputs that a network does itself; nothing where it has none. */
final class InputScaling {
  private InputScaling() {}

  static void write(Scaling scaling, Flow flow) {
    double[] mean = toDoubles(scaling.mean());
    double[] deviation = toDoubles(scaling.deviation());
    boolean identity =
        IntStream.range(0, mean.length).allMatch(f -> mean[f] == 0 && deviation[f] == 1);
    GraphWriter graph = flow.graph();
    if (!identity) {
      String features = flow.value(Shape.of(mean.length));
      String by = graph.floats("input/mean", mean, mean.length);
      String over = graph.floats("input/deviation", deviation, deviation.length);
      String centered = graph.add("Sub", "input/centered", List.of(features, by));
      flow.set(graph.add("Div", "input/scaled", List.of(centered, over)));
    }
    if (scaling.isClipped()) {
      String low = graph.floats("input/low", new double[] {-Scaling.CLIP});
      String high = graph.floats("input/high", new double[] {Scaling.CLIP});
      flow.set(graph.add("Clip", "input/clipped", List.of(flow.value(), low, high)));
    }
  }

  private static double[] toDoubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }
}
