package dev.bridle.train;

import dev.bridle.layer.Site;
import dev.bridle.network.Network;
import dev.bridle.population.Population;
import dev.bridle.population.Replicates;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Scope;
import java.util.List;

/** All members after their last update, as they left, for evaluation. */
final class Finished implements AutoCloseable {
  private final Arena arena = new Arena();
  private final List<Member> members;
  private final Restraint restraint;
  private final Evaluator evaluator;

  Finished(Training training, List<Member> members) {
    this.members = members;
    Population population = training.finals();
    List<Strengths> strengths = Crew.strengths(members, population.precision(), arena);
    Network network =
        Network.forEvaluation(
            training.compiled(), Site.forEvaluation(population, strengths, arena));
    Replicates replicates = Replicates.of(members.stream().map(m -> m.replicate().key()).toList());
    this.evaluator = new Evaluator(network, replicates);
    Rates unused = new Rates(PerMember.same(1, members.size()), population.precision(), arena);
    this.restraint =
        new Restraint(
            training.compiled(),
            population,
            strengths,
            population.trained(),
            List.of(),
            unused,
            0,
            arena);
    try (Scope scope = Scope.open()) {
      restraint.finish();
    }
  }

  double[][] outputs(Part part) {
    return evaluator.outputs(part);
  }

  List<Ledger> ledgers() {
    try (Scope scope = Scope.open()) {
      return restraint.ledger(members.size());
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
