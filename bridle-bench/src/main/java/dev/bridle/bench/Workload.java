package dev.bridle.bench;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import dev.bridle.train.Member;
import dev.bridle.train.Replicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One size of network and batch, on random rows.
 *
 * @param name {@code tiny}
 * @param inputs how many numbers a row has
 * @param hidden units of each of the two hidden layers
 * @param batch rows in a batch
 */
record Workload(String name, int inputs, int hidden, int batch) {
  private static final int OUTPUTS = 10;
  private static final int ROWS = 2048;

  static final List<Workload> ALL =
      List.of(
          new Workload("tiny", 64, 64, 32),
          new Workload("small", 64, 256, 32),
          new Workload("mid", 784, 256, 64),
          new Workload("large", 784, 1024, 128));

  Architecture architecture() {
    return Architecture.parse(
        String.format(Locale.ROOT, "dense(%d) relu, dense(%d) relu", hidden, hidden));
  }

  /** Members of one replicate, each with strengths of its own. */
  List<Member> members(int count, boolean regularized, String rule, int updates) {
    Replicate replicate = Replicate.of(7, 0, split());
    TrainingPlan plan =
        TrainingPlan.parse(
            String.format(Locale.ROOT, "%s, batch %d, updates %d", rule, batch, updates));
    List<Member> members = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double rate = 0.5 - k * 1e-3;
      String text =
          String.format(
              Locale.ROOT, "dropout(%s) + coupled-decay(1e-4) + max-norm(%s)", rate, 3 + k * 1e-3);
      members.add(new Member(regularized ? Recipe.parse(text) : Recipe.none(), plan, replicate));
    }
    return members;
  }

  private Split split() {
    return new Split(rows(ROWS), rows(0), rows(0));
  }

  private Dataset rows(int count) {
    RandomStream random = Key.of(1).at(name).stream();
    float[] numbers = new float[count * inputs];
    random.normals(numbers, numbers.length);
    int[] labels = IntStream.range(0, count).map(i -> i % OUTPUTS).toArray();
    List<String> classes = IntStream.range(0, OUTPUTS).mapToObj(Integer::toString).toList();
    return Dataset.classification(numbers, new int[] {inputs}, labels, classes);
  }

  /** Multiplications and additions of one step of one model: forward, and two products back. */
  double flops() {
    double first = (double) inputs * hidden;
    double all = first + (double) hidden * hidden + (double) hidden * OUTPUTS;
    return 2 * batch * (3 * all - first); // nothing asks for the gradient of the inputs
  }
}
