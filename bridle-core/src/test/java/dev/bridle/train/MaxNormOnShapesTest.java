package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Architecture;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * After every step no filter, no gate's row of a unit and no row of an embedding is longer than the
 * limit of its member: networks of random shapes, strides, paddings and groups, whose rate of
 * learning throws the weights far outside. How long a vector is, is worked out here from the
 * layer's text, not from what the layer declares.
 */
final class MaxNormOnShapesTest {
  private static final int NETWORKS = 10;
  private static final int MOST_STEPS = 4;
  private static final double ROUNDING = 1 + 1e-6;

  private final SplittableRandom random = new SplittableRandom(11);

  /**
   * A network, and the length of the vectors of its kernels, by what their layer's name ends in.
   */
  private record Drawn(String network, Map<String, Integer> lengths) {}

  @Test
  void filters_stayInside() {
    assertHolds("conv", ShapedData::images, this::convolution);
  }

  @Test
  void filtersOverTime_stayInside() {
    assertHolds("conv", ShapedData::series, this::convolutionOverTime);
  }

  @Test
  void gatesOfUnits_stayInside() {
    assertHolds("recurrent", ShapedData::series, this::recurrent);
  }

  @Test
  void rowsOfEmbeddings_stayInside() {
    assertHolds("embedding", ShapedData::texts, this::embedding);
  }

  private Drawn convolution() {
    int groups = 1 + random.nextInt(2);
    int size = 1 + random.nextInt(4);
    String network =
        String.format(
            "conv(%d, %d, stride=%d, padding=%d, groups=%d) tanh",
            groups * (1 + random.nextInt(4)), size, 1 + random.nextInt(3), size / 2, groups);
    return new Drawn(network, Map.of("conv1", 2 / groups * size * size));
  }

  private Drawn convolutionOverTime() {
    int groups = random.nextBoolean() ? 1 : 3;
    int size = 1 + random.nextInt(5);
    String network =
        String.format(
            "conv(%d, %d, stride=%d, groups=%d) tanh",
            groups * (1 + random.nextInt(4)), size, 1 + random.nextInt(3), groups);
    return new Drawn(network, Map.of("conv1", 3 / groups * size));
  }

  private Drawn recurrent() {
    String cell = List.of("rnn", "gru", "lstm").get(random.nextInt(3));
    int units = 1 + random.nextInt(9);
    boolean both = random.nextBoolean();
    String network = cell + "(" + units + (both ? ", bidirectional)" : ")");
    return new Drawn(network, Map.of("input", 3, "recurrent", units));
  }

  private Drawn embedding() {
    int size = 1 + random.nextInt(12);
    return new Drawn("embedding(9, " + size + ")", Map.of("embedding1", size));
  }

  private void assertHolds(String place, UnaryOperator<Replicate> shaped, Supplier<Drawn> draw) {
    Replicate replicate = shaped.apply(Arms.replicate(0));
    int atLimit = 0;
    for (int i = 0; i < NETWORKS; i++) {
      Drawn drawn = draw.get();
      double[] limits = {random.nextDouble(0.05, 1.5), random.nextDouble(0.05, 1.5)};
      for (int steps = 1; steps <= MOST_STEPS; steps++) {
        List<TrainedNetwork> networks = train(place, drawn, limits, steps, replicate);
        for (int k = 0; k < limits.length; k++) {
          atLimit += atLimit(networks.get(k), drawn, limits[k]);
        }
      }
    }
    assertThat(atLimit).as("vectors at their limit").isGreaterThan(NETWORKS * MOST_STEPS);
  }

  private static List<TrainedNetwork> train(
      String place, Drawn drawn, double[] limits, int steps, Replicate replicate) {
    TrainingPlan plan = TrainingPlan.parse("momentum(1), batch 7, updates " + steps);
    List<Member> members =
        Arrays.stream(limits)
            .mapToObj(c -> Recipe.parse("max-norm(" + c + ")@" + place))
            .map(recipe -> new Member(recipe, plan, replicate))
            .toList();
    return Trainer.train(
            Architecture.parse(drawn.network()), members, Precision.FLOAT32, TrainingListener.NONE)
        .stream()
        .map(TrainingResult::network)
        .toList();
  }

  /** How many vectors are at the limit, where none may be beyond it. */
  private static int atLimit(TrainedNetwork network, Drawn drawn, double limit) {
    int atLimit = 0;
    for (WeightSpec weight : network.compiled().layout(List.of()).weights()) {
      for (Map.Entry<String, Integer> kernel : drawn.lengths().entrySet()) {
        if (weight.role() == Role.KERNEL && weight.layer().endsWith(kernel.getKey())) {
          for (double norm : norms(network.values(weight.name()), kernel.getValue())) {
            assertThat(norm).as(drawn + " " + weight.name()).isLessThanOrEqualTo(limit * ROUNDING);
            atLimit += norm > limit / ROUNDING ? 1 : 0;
          }
        }
      }
    }
    return atLimit;
  }

  private static double[] norms(double[] values, int length) {
    assertThat(values.length % length).isZero();
    double[] norms = new double[values.length / length];
    for (int i = 0; i < values.length; i++) {
      norms[i / length] = Math.hypot(norms[i / length], values[i]);
    }
    return norms;
  }
}
