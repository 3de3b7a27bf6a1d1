package dev.bridle.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of numbers and what is known about them, in memory: inputs {@code [N, F]} (for images and
 * sequences {@code [N, ...]}), and for each row a class or {@code [O]} numbers.
 *
 * <p>The arrays are not copied, for data can be large: whoever makes a data set hands them over and
 * changes them no more. File formats live elsewhere.
 */
public final class Dataset {
  private final Task task;
  private final int[] inputShape;
  private final float[] inputs;
  private final int[] labels;
  private final float[] values;
  private final List<String> features;

  private Dataset(
      Task task, int[] shape, float[] inputs, int[] labels, float[] values, List<String> features) {
    this.task = task;
    this.inputShape = shape;
    this.inputs = inputs;
    this.labels = labels;
    this.values = values;
    this.features = features;
  }

  /**
   * Rows with a class each.
   *
   * @param inputs {@code [N, F]}, row-major
   * @param labels {@code [N]}, each an index into {@code classes}
   */
  public static Dataset classification(
      float[] inputs, int[] inputShape, int[] labels, List<String> classes) {
    Task task = new Task.Classification(classes);
    int n = rowsOf(inputs, inputShape);
    if (labels.length != n) {
      throw new IllegalArgumentException("labels: " + labels.length + ", expected " + n);
    }
    for (int i = 0; i < n; i++) {
      if (labels[i] < 0 || labels[i] >= classes.size()) {
        throw new IllegalArgumentException(
            "labels[" + i + "] = " + labels[i] + ": expected 0 to " + (classes.size() - 1));
      }
    }
    return new Dataset(
        task, inputShape.clone(), inputs, labels, new float[0], featureNames(inputShape));
  }

  /**
   * Rows with one or more numbers each.
   *
   * @param inputs {@code [N, F]}, row-major
   * @param values {@code [N, O]}, row-major, O the number of {@code targets}
   */
  public static Dataset regression(
      float[] inputs, int[] inputShape, float[] values, List<String> targets) {
    int n = rowsOf(inputs, inputShape);
    if (values.length != (long) n * targets.size()) {
      throw new IllegalArgumentException(
          "values: " + values.length + ", expected " + n + " x " + targets.size());
    }
    return new Dataset(
        new Task.Regression(targets),
        inputShape.clone(),
        inputs,
        new int[0],
        values,
        featureNames(inputShape));
  }

  /** The same rows with names for the inputs, {@code [F]}. */
  public Dataset withFeatures(List<String> names) {
    if (names.size() != features()) {
      throw new IllegalArgumentException(
          "features: " + names.size() + " names, expected " + features());
    }
    return new Dataset(task, inputShape, inputs, labels, values, List.copyOf(names));
  }

  /** The same rows and targets with other inputs {@code [N, F]}, as scaling makes them. */
  public Dataset withInputs(float[] other) {
    if (other.length != inputs.length) {
      throw new IllegalArgumentException(
          "inputs: " + other.length + " numbers, expected " + inputs.length);
    }
    return new Dataset(task, inputShape, other, labels, values, features);
  }

  /** The rows of the given numbers, in that order. */
  public Dataset rows(int... numbers) {
    int f = features();
    int o = isClassification() ? 0 : task.outputs();
    float[] x = new float[Math.multiplyExact(numbers.length, f)];
    float[] v = new float[numbers.length * o];
    int[] l = new int[isClassification() ? numbers.length : 0];
    for (int i = 0; i < numbers.length; i++) {
      System.arraycopy(inputs, numbers[i] * f, x, i * f, f);
      System.arraycopy(values, numbers[i] * o, v, i * o, o);
      if (l.length > 0) {
        l[i] = labels[numbers[i]];
      }
    }
    return new Dataset(task, inputShape, x, l, v, features);
  }

  /** What is asked of these rows. */
  public Task task() {
    return task;
  }

  /** Whether each row has a class; otherwise it has numbers. */
  public boolean isClassification() {
    return task instanceof Task.Classification;
  }

  /** How many rows there are, N. */
  public int size() {
    return inputs.length / features();
  }

  /** How many input numbers a row has, F. */
  public int features() {
    return product(inputShape);
  }

  /** The shape of one row: {@code [F]} for a table, {@code [C, H, W]} for an image. */
  public int[] inputShape() {
    return inputShape.clone();
  }

  /** The names of the input numbers, {@code [F]}. */
  public List<String> featureNames() {
    return features;
  }

  /** The inputs themselves, {@code [N, F]} row-major; not a copy. */
  public float[] inputs() {
    return inputs;
  }

  /** The class of each row, {@code [N]}; not a copy. Empty for a regression. */
  public int[] labels() {
    return labels;
  }

  /** The target numbers of each row, {@code [N, O]}; not a copy. Empty for a classification. */
  public float[] values() {
    return values;
  }

  @Override
  public String toString() {
    return size() + " rows x " + Arrays.toString(inputShape) + ", " + task;
  }

  private static int rowsOf(float[] inputs, int[] shape) {
    int features = product(shape);
    if (IntStream.of(shape).anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "inputShape = " + Arrays.toString(shape) + ": expected whole numbers of at least 1");
    }
    if (inputs.length % features != 0) {
      throw new IllegalArgumentException(
          "inputs: " + inputs.length + " numbers, expected a multiple of " + features);
    }
    return inputs.length / features;
  }

  private static int product(int[] shape) {
    int product = 1;
    for (int size : shape) {
      product = Math.multiplyExact(product, size);
    }
    return product;
  }

  private static List<String> featureNames(int[] shape) {
    return IntStream.rangeClosed(1, product(shape)).mapToObj(i -> "x" + i).toList();
  }
}
