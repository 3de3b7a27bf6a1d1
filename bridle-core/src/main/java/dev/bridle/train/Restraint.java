package dev.bridle.train;

import dev.bridle.gradient.GradientRule;
import dev.bridle.layer.Site;
import dev.bridle.optimizer.UpdateRule;
import dev.bridle.population.Population;
import dev.bridle.population.Progress;
import dev.bridle.population.Role;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Team;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The part of a recipe that acts on weights, and the update rule, bound to the weights of a
 * population: what happens between the backward pass and the next batch.
 */
final class Restraint {
  private final List<BoundTerm> terms;
  private final List<GradientRule.Bound> onGradient = new ArrayList<>();
  private final Population population;
  private final List<Tile> withBiases = new ArrayList<>();
  private final List<Tile> others = new ArrayList<>();
  private final Team team = Team.current();

  /**
   * Binds a recipe.
   *
   * @param terms those of the recipe that act on weights
   */
  Restraint(List<BoundTerm> terms, Site site, UpdateRule rule, Rates rates) {
    this.population = site.population();
    this.terms = terms;
    for (BoundTerm term : terms) {
      term.gradientRule()
          .map(r -> r.bind(term.weights(population), term.strengths(), site))
          .ifPresent(onGradient::add);
    }
    Arena arena = site.arena();
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
   * Penalties, changes of the gradient, decay, update, projections: all of them on one tile after
   * the other, but for changes of the gradient.
   */
  void step(Progress progress) {
    if (onGradient.isEmpty()) {
      onTiles(
          tile -> {
            tile.penalize();
            tile.move(progress);
          });
    } else { // which look at the whole gradient
      onTiles(Tile::penalize);
      onGradient.forEach(rule -> rule.apply(progress));
      onTiles(tile -> tile.move(progress));
    }
  }

  /** Puts the weights into the sets of all constraints as they are, without an update. */
  void project() {
    onTiles(Tile::project);
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
