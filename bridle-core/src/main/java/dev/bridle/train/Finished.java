package dev.bridle.train;

import dev.bridle.data.Scaling;
import dev.bridle.data.Task;
import dev.bridle.layer.Site;
import dev.bridle.metric.Link;
import dev.bridle.metric.Predictions;
import dev.bridle.metric.Samples;
import dev.bridle.network.Network;
import dev.bridle.network.Sampler;
import dev.bridle.population.Population;
import dev.bridle.population.Replicates;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.bytedeco.pytorch.Tensor;

/** All members after their last update, as they left, for evaluation. */
final class Finished implements AutoCloseable {
  private final Arena arena = new Arena();
  private final Population population;
  private final List<BoundTerm> terms;
  private final Evaluator evaluator;
  private final Training training;
  private final List<Strengths> strengths;
  private final Replicates replicates;

  Finished(Training training, List<Member> members) {
    Population population = training.finals();
    this.training = training;
    IntUnaryOperator epoch = k -> training.tracks().get(k).history().epochs() - 1;
    this.strengths = Crew.strengths(members, epoch, population.precision(), arena);
    Network network =
        Network.forEvaluation(
            training.compiled(), Site.forEvaluation(population, strengths, arena));
    this.replicates = Replicates.of(members.stream().map(m -> m.replicate().key()).toList());
    this.evaluator = new Evaluator(network, replicates);
    this.population = population;
    this.terms = BoundTerm.all(training.compiled(), population, strengths, 0, arena);
    try (Scope scope = Scope.open()) {
      terms.forEach(term -> term.finish(population));
    }
  }

  double[][] outputs(Part part) {
    return evaluator.outputs(part);
  }

  /**
   * What each member says about a part of its data, under noise where its recipe asks for that.
   *
   * @param outputs {@code [K][N * O]} without noise; the arrays are handed over
   */
  List<Predictions> predictions(Part part, double[][] outputs, Task task, List<Scaling> scalings) {
    List<Predictions> predictions = new ArrayList<>();
    Optional<PerMember> passes = Sampler.passes(training.compiled(), strengths);
    if (passes.isPresent()) {
      sampled(part, task, scalings, passes.get()).forEach(s -> predictions.add(s.mean()));
      return predictions;
    }
    for (int k = 0; k < outputs.length; k++) {
      predictions.add(training.loss().link().predictions(task, outputs[k], scalings.get(k)));
    }
    return predictions;
  }

  private List<Samples> sampled(Part part, Task task, List<Scaling> scalings, PerMember passes) {
    List<Samples> samples = new ArrayList<>();
    for (int k = 0; k < scalings.size(); k++) {
      int size = part.rows() * task.outputs();
      Link link = training.loss().link();
      samples.add(new Samples(task, link, scalings.get(k), size, (int) passes.get(k)));
    }
    try (Scope scope = Scope.open();
        Arena ofSampler = new Arena()) {
      Sampler sampler =
          new Sampler(training.compiled(), population, Sampler.SEED, strengths, ofSampler);
      evaluator.sample(part, sampler, passes, samples);
    }
    return samples;
  }

  /** The same while somebody watches the layers. */
  double[][] outputs(Part part, Network.Watcher watcher) {
    return evaluator.outputs(part, watcher);
  }

  /** {@code [R, ...] -> [1 or K, ...]}: each member's own replicate. */
  Tensor ofMembers(Part part, Tensor byReplicate) {
    return evaluator.ofMembers(part, byReplicate);
  }

  Replicates replicates() {
    return replicates;
  }

  /** The terms of the recipe that act on weights. */
  List<BoundTerm> terms() {
    return terms;
  }

  /** What each penalty amounts to; those on activations as a mean over the training rows. */
  List<Ledger> ledgers() {
    try (Scope scope = Scope.open()) {
      return Ledger.of(terms, population, training.compiled().penalties(), onActivations());
    }
  }

  private List<double[]> onActivations() {
    if (training.compiled().penalties().isEmpty()) {
      return List.of();
    }
    Network network =
        Network.forPenalties(training.compiled(), Site.forEvaluation(population, strengths, arena));
    return new Evaluator(network, replicates).penalties(training.train());
  }

  @Override
  public void close() {
    arena.close();
  }
}
