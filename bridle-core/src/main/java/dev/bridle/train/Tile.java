package dev.bridle.train;

import dev.bridle.constraint.Constraint;
import dev.bridle.decay.Decay;
import dev.bridle.optimizer.UpdateRule;
import dev.bridle.penalty.Penalty;
import dev.bridle.population.Population;
import dev.bridle.population.Progress;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Some weights of all members, and all that is done to them after a backward pass: each list is
 * what happens at one moment.
 */
final class Tile {
  private final List<OnPenalty> penalties = new ArrayList<>();
  private final List<OnDecay> decays = new ArrayList<>();
  private final List<UpdateRule.Update> updates = new ArrayList<>();
  private final List<OnConstraint> constraints = new ArrayList<>();
  private final UpdateRule rule;
  private final Rates rates;
  private final Arena arena;

  private record OnPenalty(
      Penalty penalty, Weight weight, Tensor gradient, Tensor rates, Strengths s) {}

  private record OnDecay(Decay decay, Weight weight, Tensor gradient, Tensor rates, Strengths s) {}

  private record OnConstraint(
      Constraint constraint, Weight weight, List<Tensor> velocities, Strengths s) {}

  /**
   * Binds a tile.
   *
   * @param weights of the population, or some of their units
   */
  Tile(
      List<Weight> weights,
      List<BoundTerm> terms,
      Population population,
      UpdateRule rule,
      Rates rates,
      Arena arena) {
    this.rule = rule;
    this.rates = rates;
    this.arena = arena;
    Tensor state = population.state();
    for (BoundTerm term : terms) {
      List<Weight> own = weights.stream().filter(term::actsOn).toList();
      List<Weight> joined = Weight.joined(own, state, arena);
      term.penalty().ifPresent(p -> bind(p, p.elementwise() ? joined : own, term.strengths()));
      term.decay().ifPresent(d -> bind(d, joined, term.strengths()));
      term.constraint().ifPresent(c -> bind(c, own, term.strengths()));
    }
    for (Weight block : Weight.joined(weights, state, arena)) {
      updates.add(rule.bind(block, rates.like(block.value()), arena));
    }
  }

  private void bind(Penalty penalty, List<Weight> weights, Strengths s) {
    for (Weight w : weights) {
      penalties.add(new OnPenalty(penalty, w, gradientOf(w), rates.like(w.value()), s));
    }
  }

  private void bind(Decay decay, List<Weight> weights, Strengths s) {
    for (Weight w : weights) {
      decays.add(new OnDecay(decay, w, gradientOf(w), rates.like(w.value()), s));
    }
  }

  private void bind(Constraint constraint, List<Weight> weights, Strengths s) {
    for (Weight w : weights) {
      List<Tensor> own = rule.velocities().stream().map(v -> arena.keep(w.partOf(v))).toList();
      constraints.add(new OnConstraint(constraint, w, own, s));
    }
  }

  private Tensor gradientOf(Weight weight) {
    return arena.keep(weight.partOf(rule.gradient()));
  }

  /** Adds the gradients of penalties. */
  void penalize() {
    for (OnPenalty p : penalties) {
      p.penalty.addGradient(p.weight, p.gradient, p.s);
    }
  }

  /** One update, after {@link #penalize}. */
  void move(Progress progress) {
    for (OnDecay d : decays) { // of weights or gradient
      d.decay.apply(d.weight, d.gradient, d.rates, d.s);
    }
    for (UpdateRule.Update update : updates) { // weights move
      update.step(progress.update());
    }
    for (OnPenalty p : penalties) { // proximal steps
      if (p.penalty.shrinks()) {
        p.penalty.shrink(p.weight, rule.pull(p.weight, p.rates), p.s);
      }
    }
    for (OnConstraint c : constraints) { // in the order written
      c.constraint.project(c.weight, c.s, progress);
      c.constraint.restrain(c.weight, c.velocities, c.s);
    }
  }

  /** Projections alone. */
  void project() {
    constraints.forEach(c -> c.constraint.project(c.weight, c.s));
  }
}
