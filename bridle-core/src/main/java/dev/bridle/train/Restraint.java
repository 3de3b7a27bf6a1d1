package dev.bridle.train;

import dev.bridle.network.CompiledNetwork;
import dev.bridle.optimizer.UpdateRule;
import dev.bridle.population.Population;
import dev.bridle.population.Role;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Team;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a recipe that acts on weights, and the update rule, bound to the weights of a
 * population: what happens between the backward pass and the next batch.
 */
final class Restraint {
  private final List<BoundTerm> terms;
  private final Population population;
  private final List<Tile> withBiases = new ArrayList<>();
  private final List<Tile> others = new ArrayList<>();
  private final Team team = Team.current();

  /**
   * Binds a recipe.
   *
   * @param strengths the numbers of each term, by its place in the recipe
   * @param decay strength of the decay that comes with the update rule
   */
  Restraint(
      CompiledNetwork network,
      Population population,
      List<Strengths> strengths,
      UpdateRule rule,
      Rates rates,
      double decay,
      Arena arena) {
    this.population = population;
    this.terms = BoundTerm.all(network, population, strengths, decay, arena);
    for (List<Weight> weights : Tiles.of(population, terms, rule.arrays(), arena)) {
      // biases move before the constraints of their layer's other tiles look at them
      boolean biases = weights.stream().anyMatch(w -> w.spec().role() != Role.KERNEL);
      (biases ? withBiases : others).add(new Tile(weights, terms, population, rule, rates, arena));
    }
  }

  /** Before the first update: what constraints want to know of the initial weights. */
  void remember() {
    for (BoundTerm term : terms) {
      term.constraint().ifPresent(c -> term.weights(population).forEach(c::remember));
    }
  }

  /**
   * Penalties, decay, update, projections: all of them on one tile after the other.
   *
   * @param number of the update, counted from 1
   */
  void step(long number) {
    inTurnOrShared(withBiases, number);
    inTurnOrShared(others, number);
  }

  private void inTurnOrShared(List<Tile> tiles, long number) {
    int shares = Math.min(team.size(), tiles.size());
    if (shares <= 1) {
      tiles.forEach(tile -> tile.step(number));
    } else {
      team.share(shares, share -> some(tiles, share, shares, number));
    }
  }

  /** Every so manieth tile, on the thread of a helper. */
  private static void some(List<Tile> tiles, int first, int apart, long number) {
    try (Scope scope = Scope.open()) {
      for (int i = first; i < tiles.size(); i += apart) {
        tiles.get(i).step(number);
      }
    }
  }

  /** The largest violation of any constraint, by member, {@code [K]}. */
  PerMember violation() {
    double[] worst = new double[population.members()];
    for (BoundTerm term : terms) {
      term.constraint()
          .ifPresent(
              c ->
                  term.weights(population)
                      .forEach(
                          w -> raise(worst, Tensors.toDoubles(c.violation(w, term.strengths())))));
    }
    return PerMember.of(worst);
  }

  private static void raise(double[] worst, double[] values) {
    for (int k = 0; k < worst.length; k++) {
      worst[k] = Math.max(worst[k], values[k]);
    }
  }
}
