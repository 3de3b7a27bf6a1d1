package dev.bridle.train;

import dev.bridle.clipping.Clipping;
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
import java.util.function.Consumer;
import org.bytedeco.pytorch.Tensor;

/**
 * The part of a recipe that acts on weights, and the update rule, bound to the weights of a
 * population: what happens between the backward pass and the next batch.
 */
final class Restraint {
  private final List<BoundTerm> terms;
  private final List<OnGradient> clippings = new ArrayList<>();
  private final Population population;
  private final Tensor gradient;
  private final List<Tile> withBiases = new ArrayList<>();
  private final List<Tile> others = new ArrayList<>();
  private final Team team = Team.current();

  private record OnGradient(Clipping clipping, List<Weight> weights, Strengths s) {}

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
    this.gradient = rule.gradient();
    for (BoundTerm term : terms) {
      term.clipping()
          .ifPresent(
              c -> clippings.add(new OnGradient(c, term.weights(population), term.strengths())));
    }
    for (List<Weight> weights : Tiles.of(population, terms, rule.arrays(), arena)) {
      boolean biases = weights.stream().anyMatch(w -> w.spec().role() != Role.KERNEL);
      (biases ? withBiases : others).add(new Tile(weights, terms, population, rule, rates, arena));
    }
  }

  /** What it was bound from: every term that acts on weights, in the order written. */
  List<BoundTerm> terms() {
    return terms;
  }

  /** Before the first update: what constraints want to know of the initial weights. */
  void remember() {
    for (BoundTerm term : terms) {
      term.constraint().ifPresent(c -> term.weights(population).forEach(c::remember));
    }
  }

  /**
   * Penalties, clipping, decay, update, projections: all of them on one tile after the other, but
   * for clipping.
   *
   * @param number of the update, counted from 1
   */
  void step(long number) {
    if (clippings.isEmpty()) {
      onTiles(
          tile -> {
            tile.penalize();
            tile.move(number);
          });
    } else { // which look at the whole gradient
      onTiles(Tile::penalize);
      clippings.forEach(c -> c.clipping.clip(gradient, c.weights, c.s));
      onTiles(tile -> tile.move(number));
    }
  }

  /** Those with biases first: the constraints of a layer's other tiles find them moved. */
  private void onTiles(Consumer<Tile> work) {
    inTurnOrShared(withBiases, work);
    inTurnOrShared(others, work);
  }

  private void inTurnOrShared(List<Tile> tiles, Consumer<Tile> work) {
    int shares = Math.min(team.size(), tiles.size());
    if (shares <= 1) {
      tiles.forEach(work);
    } else {
      team.share(shares, share -> some(tiles, share, shares, work));
    }
  }

  /** Every so manieth tile, on the thread of a helper. */
  private static void some(List<Tile> tiles, int first, int apart, Consumer<Tile> work) {
    try (Scope scope = Scope.open()) {
      for (int i = first; i < tiles.size(); i += apart) {
        work.accept(tiles.get(i));
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
