package dev.bridle.train;

import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.data.Task;
import java.util.function.IntToDoubleFunction;

/**
 * The rows of two numbers of a replicate as small images, series and texts, in which the two are
 * mixed in each pixel, step or id another way.
 */
final class ShapedData {
  /** How many ids a text has, padding included. */
  static final int STEPS = 6;

  private ShapedData() {}

  /** Two channels of 7 x 6 pixels. */
  static Replicate images(Replicate flat) {
    return with(flat, new int[] {2, 7, 6}, (x, y) -> i -> Math.sin(1 + i * x) + Math.cos(i * y));
  }

  /** Five steps of three features. */
  static Replicate series(Replicate flat) {
    return with(flat, new int[] {5, 3}, (x, y) -> i -> Math.sin(1 + i * x) + Math.cos(i * y));
  }

  /** Ids from 1 to 8, in rows of which some end in padding. */
  static Replicate texts(Replicate flat) {
    return with(
        flat,
        new int[] {STEPS},
        (x, y) ->
            i -> i > 3 && x > 0.5 ? 0 : 1 + Math.floor(7.99 * Math.abs(Math.sin(i + x + i * y))));
  }

  private interface Mixed {
    IntToDoubleFunction of(double x, double y);
  }

  private static Replicate with(Replicate flat, int[] shape, Mixed mixed) {
    Split split = flat.split();
    return new Replicate(
        flat.key(),
        new Split(
            shaped(split.train(), shape, mixed),
            shaped(split.validation(), shape, mixed),
            shaped(split.test(), shape, mixed)));
  }

  private static Dataset shaped(Dataset rows, int[] shape, Mixed mixed) {
    int each = 1;
    for (int size : shape) {
      each *= size;
    }
    float[] inputs = new float[rows.size() * each];
    for (int row = 0; row < rows.size(); row++) {
      IntToDoubleFunction number = mixed.of(rows.inputs()[2 * row], rows.inputs()[2 * row + 1]);
      for (int i = 0; i < each; i++) {
        inputs[row * each + i] = (float) number.applyAsDouble(i);
      }
    }
    Task.Classification task = (Task.Classification) rows.task();
    return Dataset.classification(inputs, shape, rows.labels(), task.classes());
  }
}
