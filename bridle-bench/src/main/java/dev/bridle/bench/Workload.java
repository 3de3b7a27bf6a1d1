package dev.bridle.bench;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import dev.bridle.text.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One size of network and batch, on random rows of random classes or values.
 *
 * @param name {@code tiny}
 * @param input the shape of a row
 * @param network its hidden layers
 * @param dropped where dropout acts, as in a recipe: {@code @dense}; empty for all hidden layers
 * @param outputs how many classes there are; 1 for a value
 * @param batch rows in a batch
 * @param most the largest population that is measured unless a user asks for more
 */
record Workload(
    String name, Shape input, String network, String dropped, int outputs, int batch, int most) {
  /** How many rows an epoch has. */
  static final int ROWS = 2048;

  static final List<Workload> ALL =
      List.of(
          dense("tiny", 64, 64, 10, 32, 64),
          dense("small", 64, 256, 10, 32, 64),
          dense("mid", 784, 256, 10, 64, 16),
          dense("large", 784, 1024, 10, 128, 8),
          new Workload(
              "cnn",
              Shape.of(1, 28, 28),
              "conv(16, 3, padding=same) relu, max-pool(2), conv(32, 3, padding=same) relu,"
                  + " max-pool(2), dense(64) relu",
              "@dense",
              10,
              32,
              8),
          new Workload("lstm", Shape.of(30, 8), "lstm(32)", "@recurrent", 1, 32, 64));

  /** How often a step touches each weight: twice the weight to compute, the gradient and so on. */
  private static final int TOUCHES = 10;

  private static final Map<Workload, Split> SPLITS = new ConcurrentHashMap<>();

  /** Two hidden layers of ReLU units. */
  static Workload dense(String name, int inputs, int hidden, int outputs, int batch, int most) {
    return new Workload(name, Shape.of(inputs), layers(hidden), "", outputs, batch, most);
  }

  private static String layers(int hidden) {
    return String.format(Locale.ROOT, "dense(%d) relu, dense(%d) relu", hidden, hidden);
  }

  /** Whether the network has two hidden layers of so many units. */
  boolean isDense(int hidden) {
    return network.equals(layers(hidden));
  }

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
    return Architecture.parse(network);
  }

  /** Rows to train on, and none to validate or test with; drawn once. */
  Split split() {
    return SPLITS.computeIfAbsent(this, w -> new Split(w.rows(ROWS), w.rows(0), w.rows(0)));
  }

  private Dataset rows(int count) {
    RandomStream random = Key.of(1).at(name).stream();
    float[] numbers = new float[count * input.size()];
    random.normals(numbers, numbers.length);
    int[] shape = input.sizes().stream().mapToInt(Integer::intValue).toArray();
    if (outputs == 1) {
      float[] values = new float[count];
      random.normals(values, count);
      return Dataset.regression(numbers, shape, values, List.of("value"));
    }
    int[] labels = IntStream.range(0, count).map(i -> i % outputs).toArray();
    List<String> classes = IntStream.range(0, outputs).mapToObj(Integer::toString).toList();
    return Dataset.classification(numbers, shape, labels, classes);
  }

  private List<Node> nodes() {
    return compiled().nodes();
  }

  private CompiledNetwork compiled() {
    return CompiledNetwork.compile(architecture(), Recipe.none(), input, outputs);
  }

  /** Weights and biases of one network. */
  long parameters() {
    return compiled().layout(List.of()).parameters();
  }

  /**
   * Multiplications and additions of one step of one network: forward, the gradient of every
   * kernel, and that of every layer's inputs but the first's, which nothing asks for.
   */
  double flops() {
    long[] each =
        nodes().stream().mapToLong(Node::multiplications).filter(count -> count > 0).toArray();
    return 2.0 * batch * (3 * LongStream.of(each).sum() - each[0]);
  }

  /**
   * Bytes of weights, gradients and velocities that one step of one network touches: read forward
   * and backward, gradient written and read, velocity, update and max-norm read and written.
   */
  double bytes() {
    return (double) Float.BYTES * TOUCHES * parameters();
  }
}
