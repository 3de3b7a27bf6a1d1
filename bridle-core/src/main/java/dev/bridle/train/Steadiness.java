package dev.bridle.train;

import dev.bridle.data.Dataset;
import dev.bridle.data.Scaling;
import dev.bridle.data.Split;
import dev.bridle.diagnostic.Robustness;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.loss.Loss;
import dev.bridle.metric.Metric;
import dev.bridle.network.Network;
import dev.bridle.population.Population;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;

/**
 * Measures how finished networks take small changes of their inputs: scores under growing noise,
 * and the gradient of the loss by the inputs.
 *
 * <p>The noise of a replicate is drawn once and multiplied, so that scores at different levels, and
 * of members that are compared, differ by what is asked and not by chance.
 */
final class Steadiness {
  private static final List<Double> NOISE = List.of(0.0, 0.1, 0.2, 0.5, 1.0);

  private final Training training;
  private final List<Member> members;
  private final Finished finished;
  private final boolean test;
  private final Part part;

  Steadiness(Training training, List<Member> members, Finished finished) {
    this.training = training;
    this.members = members;
    this.finished = finished;
    this.test = training.test().rows() > 0;
    this.part = test ? training.test() : training.validation();
  }

  /**
   * By member; empty where there are neither test nor validation rows, or where inputs are ids, to
   * which nothing small can be added.
   */
  List<Optional<Robustness>> measure() {
    List<Optional<Robustness>> all = new ArrayList<>();
    if (part.rows() == 0 || training.compiled().readsIds()) {
      members.forEach(m -> all.add(Optional.empty()));
      return all;
    }
    Metric metric = Metric.of(truth(members.get(0)).task()).get(0);
    List<double[]> scores = new ArrayList<>();
    double[] gradients;
    try (Scope scope = Scope.open();
        Arena arena = new Arena()) {
      Tensor noise = arena.keep(noise());
      NOISE.forEach(level -> scores.add(scores(noise, level, metric)));
      gradients = inputGradients(arena);
    }
    for (int k = 0; k < members.size(); k++) {
      int member = k;
      all.add(
          Optional.of(
              new Robustness(
                  test ? "test" : "validation",
                  metric.name(),
                  metric.higherIsBetter(),
                  NOISE,
                  scores.stream().map(s -> s[member]).toList(),
                  gradients[k])));
    }
    return all;
  }

  private Dataset truth(Member member) {
    Function<Split, Dataset> which = test ? Split::test : Split::validation;
    return which.apply(member.replicate().split());
  }

  /** Normal noise for all rows of the part, of one deviation of each feature, {@code [R, N, F]}. */
  private Tensor noise() {
    long[] shape = Tensors.shape(part.inputs());
    int each = Math.toIntExact(shape[1] * shape[2]);
    Tensor noise = Tensors.empty(training.finals().precision(), shape);
    float[] normals = new float[each];
    for (int r = 0; r < shape[0]; r++) {
      Key key = part.keys().get(r).at("robustness");
      key.stream().normals(normals, each);
      float[] deviations = deviations(training.train().inputs().select(0, r));
      for (int i = 0; i < each; i++) {
        normals[i] *= deviations[i % deviations.length];
      }
      Tensors.write(noise.select(0, r), normals);
    }
    return noise;
  }

  /** The standard deviation of each feature {@code [N, F] -> [F]}: about 1 if standardised. */
  static float[] deviations(Tensor inputs) {
    int features = (int) inputs.size(1);
    float[] values = Tensors.toFloats(inputs);
    double[] sums = new double[features];
    double[] squares = new double[features];
    for (int i = 0; i < values.length; i++) {
      sums[i % features] += values[i];
      squares[i % features] += (double) values[i] * values[i];
    }
    float[] deviations = new float[features];
    double rows = inputs.size(0);
    for (int f = 0; f < features; f++) {
      double mean = sums[f] / rows;
      deviations[f] = (float) Math.sqrt(Math.max(0, squares[f] / rows - mean * mean));
    }
    return deviations;
  }

  private double[] scores(Tensor noise, double level, Metric metric) {
    double[] scores = new double[members.size()];
    try (Scope scope = Scope.open()) {
      Tensor noisy = part.inputs().add(noise.mul(Tensors.constant(level)));
      double[][] outputs =
          finished.outputs(new Part(part.keys(), noisy, part.targets(), part.rows()));
      for (int k = 0; k < scores.length; k++) {
        Dataset truth = truth(members.get(k));
        Scaling scaling = training.scaling(members.get(k).replicate());
        scores[k] =
            metric.of(training.loss().link().predictions(truth.task(), outputs[k], scaling), truth);
      }
    }
    return scores;
  }

  /**
   * The mean over rows of the norm of the gradient of the row's loss by its inputs, {@code [K]}, in
   * units of each feature's deviation; over the first rows of the part, as many as are evaluated at
   * once.
   */
  private double[] inputGradients(Arena arena) {
    Population population = training.finals();
    int rows = Math.min(Network.EVALUATION_ROWS, part.rows());
    Tensor saved = population.state().clone();
    Tensor gradient =
        arena.zeros(population.precision(), members.size(), population.layout().trained());
    Site site =
        new Site(
            population,
            gradient,
            0,
            finished.replicates(),
            Crew.strengths(members, population.precision(), arena),
            rows,
            arena);
    Network network = Network.forEvaluation(training.compiled(), site);
    Tensor inputs = finished.ofMembers(part, part.inputs().narrow(1, 0, rows));
    Tensor targets = finished.ofMembers(part, part.targets().narrow(1, 0, rows));
    Tensor outputs = network.forward(inputs, Pass.training(0));
    Loss loss = Loss.of(truth(members.get(0)).task());
    Tensor byInput = network.backwardToInput(loss.of(outputs, targets).gradient());
    population.state().copy_(saved);
    Tensor scaled = byInput.mul(deviationsOfMembers());
    double[] norms = Tensors.toDoubles(Tensors.norm(scaled, 2)); // of means over the rows
    double[] means = new double[members.size()];
    for (int k = 0; k < means.length; k++) {
      for (int b = 0; b < rows; b++) {
        means[k] += norms[k * rows + b];
      }
    }
    return means;
  }

  /** {@code [1 or K, 1, F]}. */
  private Tensor deviationsOfMembers() {
    Tensor train = training.train().inputs();
    Tensor all = Tensors.empty(training.finals().precision(), train.size(0), 1, train.size(2));
    for (int r = 0; r < train.size(0); r++) {
      Tensors.write(all.select(0, r), deviations(train.select(0, r)));
    }
    return finished.ofMembers(training.train(), all);
  }
}
