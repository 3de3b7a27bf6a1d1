package dev.bridle.train;

import dev.bridle.architecture.Architecture;
import dev.bridle.catalogue.Catalogue;
import dev.bridle.data.Dataset;
import dev.bridle.data.Scaling;
import dev.bridle.data.Split;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.loss.Loss;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.optimizer.Rule;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.population.Population;
import dev.bridle.population.Progress;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A training in double that stands still between its updates: 12 rows of 3 numbers and 2 targets,
 * all of them in each batch, so that an epoch is one update.
 */
final class GivenCrew implements AutoCloseable {
  static final int ROWS = 12;
  static final int FEATURES = 3;
  static final int OUTPUTS = 2;

  private final Arena arena = new Arena();
  private final Part part;
  private final Loss loss;
  private final Member member;
  private final int updates;
  private final CompiledNetwork compiled;
  final Crew crew;
  private int done;

  GivenCrew(String architecture, String recipe, String rule, int updates) {
    Dataset rows = rows();
    TrainingPlan plan = TrainingPlan.parse(rule + ", batch " + ROWS + ", updates " + updates);
    this.member =
        new Member(Recipe.parse(recipe), plan, Replicate.of(1, 0, new Split(rows, rows, rows)));
    this.part =
        Part.of(
            List.of(member.replicate().key()),
            List.of(rows),
            List.of(Scaling.ofTargets(rows)),
            Precision.FLOAT64,
            arena);
    this.loss = Loss.of(rows.task());
    this.updates = updates;
    this.compiled =
        CompiledNetwork.compile(
            Architecture.parse(architecture), member.recipe(), FEATURES, OUTPUTS);
    this.crew =
        Crew.first(
            compiled,
            (Rule) Catalogue.make(plan.rule()),
            List.of(member),
            part,
            ROWS,
            Precision.FLOAT64);
  }

  private static Dataset rows() {
    float[] inputs = floats(Draw.of(21).normals(ROWS * FEATURES));
    float[] targets = floats(Draw.of(22).normals(ROWS * OUTPUTS));
    return Dataset.regression(inputs, new int[] {FEATURES}, targets, List.of("u", "v"));
  }

  private static float[] floats(double... numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  /** One update; its loss. */
  double step() {
    try (Scope scope = Scope.open();
        Arena ofStep = new Arena()) {
      crew.batches.shuffle(done);
      done++;
      Tensor losses = ofStep.zeros(Precision.FLOAT64, 1);
      new Step(crew, loss).run(0, new Progress(done, updates, 1), losses);
      return Tensors.toDoubles(losses)[0];
    }
  }

  Population population() {
    return crew.population;
  }

  Member member() {
    return member;
  }

  /** Copies of all weights, {@code [1, ...]} each, in the order of the layers. */
  List<Tensor> weights() {
    List<Tensor> weights = new ArrayList<>();
    for (Node node : compiled.nodes()) {
      for (WeightSpec spec : node.weights()) {
        weights.add(crew.population.weight(spec.name()).value().clone());
      }
    }
    return weights;
  }

  double[] values(String weight) {
    return Tensors.toDoubles(crew.population.weight(weight).value().clone());
  }

  double[] statistic(String name) {
    return Tensors.toDoubles(crew.population.statistic(name).clone());
  }

  /** All rows, {@code [1, N, F]}. */
  Tensor inputs() {
    return part.inputs().clone();
  }

  /** What is asked of them, {@code [1, N, O]}. */
  Tensor targets() {
    return part.targets().clone();
  }

  /** What the network says about all rows between two updates. */
  double[] evaluated() {
    return Tensors.toDoubles(
        crew.network.forward(part.inputs(), Pass.EVALUATION).contiguous().clone());
  }

  /** Mean squared error of outputs, which libtorch can differentiate. */
  static Tensor error(Tensor outputs, Tensor targets) {
    Tensor apart = outputs.sub(targets);
    return apart.mul(apart).mean();
  }

  /** {@code x W^T + b} in libtorch's operators. */
  static Tensor dense(Tensor x, Tensor kernel, Tensor bias) {
    return x.matmul(kernel.transpose(1, 2)).add(bias.unsqueeze(1));
  }

  @Override
  public void close() {
    crew.close();
    arena.close();
  }
}
