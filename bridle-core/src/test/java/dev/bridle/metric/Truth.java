package dev.bridle.metric;

import dev.bridle.data.Dataset;
import java.util.List;
import java.util.stream.IntStream;

/** Data sets of which only the targets matter. */
final class Truth {
  private Truth() {}

  /** Rows of the given classes out of {@code classes}. */
  static Dataset classes(int classes, int... labels) {
    List<String> names = IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
    return Dataset.classification(new float[labels.length], new int[] {1}, labels, names);
  }

  /** Rows of {@code outputs} numbers each. */
  static Dataset numbers(int outputs, float... values) {
    List<String> names = IntStream.range(0, outputs).mapToObj(o -> "y" + o).toList();
    float[] inputs = new float[values.length / outputs];
    return Dataset.regression(inputs, new int[] {1}, values, names);
  }
}
