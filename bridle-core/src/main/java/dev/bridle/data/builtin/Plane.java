package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.List;

/** Rows that are points of a plane, one class a shape. */
final class Plane {
  private static final List<String> FEATURES = List.of("x", "y");

  private Plane() {}

  /** Draws rows {@code [N, 2]}; row i has a stream of its own below {@code key}. */
  static Dataset draw(int rows, List<String> classes, Shape shape, Key key) {
    float[] inputs = Rows.numbers(rows, 2);
    int[] labels = Rows.classes(rows, classes.size(), key);
    for (int row = 0; row < rows; row++) {
      Point point = shape.place(labels[row], key.at(row).stream());
      inputs[2 * row] = (float) point.x();
      inputs[2 * row + 1] = (float) point.y();
    }
    return Dataset.classification(inputs, new int[] {2}, labels, classes).withFeatures(FEATURES);
  }

  /** Where a row of a class lies. */
  @FunctionalInterface
  interface Shape {
    /** A random point of class {@code label}. */
    Point place(int label, RandomStream random);
  }
}
