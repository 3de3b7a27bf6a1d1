package dev.bridle.pruning;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Scaling;
import dev.bridle.data.Task;
import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.population.StateLayout;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Networks with the weights a test wants, for a regression. */
final class Networks {
  private Networks() {}

  /** A network in double precision whose weights are written out by name. */
  static TrainedNetwork of(
      String network, String recipe, int inputs, int outputs, Map<String, double[]> values) {
    return of(
        network, recipe, Shape.of(inputs), outputs, Precision.FLOAT64, name -> values.get(name));
  }

  /** A network whose weights and statistics are asked for by name. */
  static TrainedNetwork of(
      String network,
      String recipe,
      Shape input,
      int outputs,
      Precision precision,
      Function<String, double[]> values) {
    CompiledNetwork compiled =
        CompiledNetwork.compile(Architecture.parse(network), Recipe.parse(recipe), input, outputs);
    StateLayout layout = compiled.layout(List.of());
    double[] state = new double[layout.total()];
    for (int i = 0; i < layout.weights().size(); i++) {
      double[] some = values.apply(layout.weights().get(i).name());
      System.arraycopy(some, 0, state, layout.offset(i), layout.weights().get(i).size());
    }
    for (int i = 0; i < layout.statistics().size(); i++) {
      double[] some = values.apply(layout.statistics().get(i).name());
      int size = layout.statistics().get(i).size();
      System.arraycopy(some, 0, state, layout.statisticOffset(i), size);
    }
    List<String> targets = IntStream.range(0, outputs).mapToObj(o -> "y" + o).toList();
    List<String> features = IntStream.range(0, input.size()).mapToObj(f -> "x" + f).toList();
    return new TrainedNetwork(
        compiled,
        layout,
        new Task.Regression(targets),
        features,
        scaling(input.size(), outputs),
        state,
        precision);
  }

  /** Nothing is scaled. */
  private static Scaling scaling(int inputs, int outputs) {
    return Scaling.of(new float[inputs], ones(inputs), new float[outputs], ones(outputs), false);
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
