package dev.bridle.train;

import dev.bridle.layer.Site;
import dev.bridle.network.Network;
import dev.bridle.population.Population;
import dev.bridle.population.Replicates;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Scope;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** All members after their last update, as they left, for evaluation. */
final class Finished implements AutoCloseable {
  private final Arena arena = new Arena();
  private final Population population;
  private final List<BoundTerm> terms;
  private final Evaluator evaluator;
  private final Replicates replicates;

  Finished(Training training, List<Member> members) {
    Population population = training.finals();
    List<Strengths> strengths = Crew.strengths(members, population.precision(), arena);
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

  List<Ledger> ledgers() {
    try (Scope scope = Scope.open()) {
      return Ledger.of(terms, population);
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
