package dev.bridle.bench;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import dev.bridle.text.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * One size of network and batch: two hidden layers of ReLU units, on random rows of random classes.
 *
 * @param name {@code tiny}
 * @param inputs how many numbers a row has
 * @param hidden units of each of the two hidden layers
 * @param outputs how many classes there are
 * @param batch rows in a batch
 * @param most the largest population that is measured unless a user asks for more
 */
record Workload(String name, int inputs, int hidden, int outputs, int batch, int most) {
  /** How many rows an epoch has. */
  static final int ROWS = 2048;

  static final List<Workload> ALL =
      List.of(
          new Workload("tiny", 64, 64, 10, 32, 64),
          new Workload("small", 64, 256, 10, 32, 64),
          new Workload("mid", 784, 256, 10, 64, 16),
          new Workload("large", 784, 1024, 10, 128, 8));

  /** How often a step touches each weight: twice the weight to compute, the gradient and so on. */
  private static final int TOUCHES = 10;

  private static final Map<Workload, Split> SPLITS = new ConcurrentHashMap<>();

  static List<String> names() {
    return ALL.stream().map(Workload::name).toList();
  }

  /**
   * The workload of that name.
   *
   * @throws IllegalArgumentException if there is none, with the names there are
   */
  static Workload named(String name) {
    return ALL.stream()
        .filter(workload -> workload.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "size \"" + name + "\": " + Suggestion.expected(name, names())));
  }

  Architecture architecture() {
    return Architecture.parse(
        String.format(Locale.ROOT, "dense(%d) relu, dense(%d) relu", hidden, hidden));
  }

  /** Rows to train on, and none to validate or test with; drawn once. */
  Split split() {
    return SPLITS.computeIfAbsent(this, w -> new Split(w.rows(ROWS), w.rows(0), w.rows(0)));
  }

  private Dataset rows(int count) {
    RandomStream random = Key.of(1).at(name).stream();
    float[] numbers = new float[count * inputs];
    random.normals(numbers, numbers.length);
    int[] labels = IntStream.range(0, count).map(i -> i % outputs).toArray();
    List<String> classes = IntStream.range(0, outputs).mapToObj(Integer::toString).toList();
    return Dataset.classification(numbers, new int[] {inputs}, labels, classes);
  }

  /** Weights and biases of one network. */
  long parameters() {
    return kernel(inputs, hidden) + kernel(hidden, hidden) + kernel(hidden, outputs) + biases();
  }

  /**
   * Multiplications and additions of one step of one network: forward, the gradient of every
   * kernel, and that of every layer's inputs but the first's, which nothing asks for.
   */
  double flops() {
    long first = kernel(inputs, hidden);
    long all = first + kernel(hidden, hidden) + kernel(hidden, outputs);
    return 2.0 * batch * (3 * all - first);
  }

  /**
   * Bytes of weights, gradients and velocities that one step of one network touches: read forward
   * and backward, gradient written and read, velocity, update and max-norm read and written.
   */
  double bytes() {
    return (double) Float.BYTES * TOUCHES * parameters();
  }

  private long biases() {
    return 2L * hidden + outputs;
  }

  private static long kernel(long in, long out) {
    return in * out;
  }
}
