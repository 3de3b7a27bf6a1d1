package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.bridle.study.series.SeriesPreparation;
import dev.bridle.study.table.NumberRule;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The beginning of a graph for windows of a time series: one input {@code [N, T]} of one column, or
 * {@code [N, T, F]} of several, in the columns' own units and double precision, and from it {@code
 * clip((x - mean) / scale)}.
 *
 * <p>A missing number, NaN, counts as the last one before it in its window: it is filled from 1
 * step back, then from 2, 4, 8, and so on. What is still missing then counts as the mean.
 */
final class WindowsIn {
  private final SeriesPreparation preparation;
  private final GraphWriter graph;

  private WindowsIn(SeriesPreparation preparation, GraphWriter graph) {
    this.preparation = preparation;
    this.graph = graph;
  }

  /** Writes the input and what prepares it; returns the network's inputs, {@code [N, T, F]}. */
  static String write(String input, SeriesPreparation preparation, GraphWriter graph) {
    int steps = preparation.options().window();
    int columns = preparation.rules().size();
    WindowsIn windows = new WindowsIn(preparation, graph);
    if (columns > 1) {
      graph.input(input, DataType.DOUBLE, List.of((long) steps, (long) columns));
      return windows.scaled(windows.filled(input));
    }
    graph.input(input, DataType.DOUBLE, List.of((long) steps));
    return windows.scaled(windows.filled(graph.reshaped(input, "window/steps", List.of(steps, 1))));
  }

  private String filled(String window) {
    String value = window;
    for (long back = 1; back < preparation.options().window(); back *= 2) {
      String missing = graph.add("IsNaN", "window/missing-" + back, List.of(value));
      String earlier = back(value, back);
      value = graph.add("Where", "window/filled-" + back, List.of(missing, earlier, value));
    }
    String missing = graph.add("IsNaN", "window/missing", List.of(value));
    return graph.add(
        "Where", "window/filled", List.of(missing, each("mean", NumberRule::mean), value));
  }

  /** Each step's numbers where those of so many steps later were; before the first there is NaN. */
  private String back(String value, long steps) {
    String by = graph.longs("window/by-" + steps, 0, steps, 0, 0, -steps, 0);
    String none = graph.doubles("window/none-" + steps, new double[] {Double.NaN});
    return graph.add("Pad", "window/back-" + steps, List.of(value, by, none));
  }

  private String scaled(String window) {
    String centered =
        graph.add("Sub", "window/centered", List.of(window, each("centre", NumberRule::mean)));
    String divided =
        graph.add(
            "Div",
            "window/divided",
            List.of(centered, each("scale", rule -> rule.scale() == 0 ? 1 : rule.scale())));
    String low = graph.doubles("window/low", new double[] {-NumberRule.CLIP});
    String high = graph.doubles("window/high", new double[] {NumberRule.CLIP});
    String clipped = graph.add("Clip", "window/clipped", List.of(divided, low, high));
    String learned =
        graph.add(
            "Mul",
            "window/learned",
            List.of(clipped, each("kept", rule -> rule.scale() == 0 ? 0 : 1)));
    return graph.cast(learned, "window/scaled", DataType.FLOAT);
  }

  /** A number for each column, {@code [F]}. */
  private String each(String name, ToDoubleFunction<NumberRule> number) {
    double[] numbers = preparation.rules().stream().mapToDouble(number).toArray();
    return graph.doubles("window/" + name, numbers, numbers.length);
  }
}
