package dev.bridle.train;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.constraint.Constraint;
import dev.bridle.decay.Decay;
import dev.bridle.decay.WeightDecay;
import dev.bridle.declaration.Regularizer;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.network.Places;
import dev.bridle.optimizer.UpdateRule;
import dev.bridle.penalty.Penalty;
import dev.bridle.population.Population;
import dev.bridle.population.Role;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Term;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * The part of a recipe that acts on weights, bound to the weights of a population: each list is
 * what happens at one moment of the step.
 */
final class Restraint {
  private final List<OnPenalty> penalties = new ArrayList<>();
  private final List<OnPenalty> ledger = new ArrayList<>();
  private final List<OnDecay> decays = new ArrayList<>();
  private final List<OnConstraint> constraints = new ArrayList<>();
  private final Tensor gradient;
  private final List<Tensor> velocities;
  private final Rates rates;

  private record OnPenalty(
      String name, Penalty penalty, Weight weight, Tensor gradient, Tensor rates, Strengths s) {}

  private record OnDecay(Decay decay, Weight weight, Tensor gradient, Tensor rates, Strengths s) {}

  private record OnConstraint(
      Constraint constraint, Weight weight, List<Tensor> velocities, Strengths s) {}

  /**
   * Binds a recipe.
   *
   * @param strengths the numbers of each term, by its place in the recipe
   * @param gradient rows {@code [K, P]} that penalties and decays add to
   * @param velocities rows that the update rule subtracts again and again
   * @param decay strength of the decay that comes with the update rule
   */
  Restraint(
      CompiledNetwork network,
      Population population,
      List<Strengths> strengths,
      Tensor gradient,
      List<Tensor> velocities,
      Rates rates,
      double decay,
      Arena arena) {
    this.gradient = gradient;
    this.velocities = velocities;
    this.rates = rates;
    List<Term> terms = network.recipe().terms();
    for (int i = 0; i < terms.size(); i++) {
      Regularizer regularizer = Catalogue.make(terms.get(i));
      if (actsOnWeights(regularizer)) {
        List<Weight> weights = weightsOf(terms.get(i), network, population);
        bind(terms.get(i).name(), regularizer, weights, population, strengths.get(i), arena);
      }
    }
    if (decay > 0) {
      PerMember lambda = PerMember.same(decay, population.members());
      Strengths s = new Strengths(Map.of("lambda", lambda), population.precision(), arena);
      List<Weight> kernels =
          population.weights().stream().filter(w -> w.spec().role() == Role.KERNEL).toList();
      bind("weight-decay", new WeightDecay(), kernels, population, s, arena);
    }
  }

  /** The statistics that the constraints of a recipe want in the population. */
  static List<StatisticSpec> statistics(CompiledNetwork network) {
    List<WeightSpec> weights = network.layout(List.of()).weights();
    List<StatisticSpec> wanted = new ArrayList<>();
    for (Term term : network.recipe().terms()) {
      if (Catalogue.make(term) instanceof Constraint constraint) {
        Places.weights(term, network.architecture(), weights).stream()
            .flatMap(w -> constraint.remembers(w).stream())
            .filter(s -> wanted.stream().noneMatch(w -> w.name().equals(s.name())))
            .forEach(wanted::add);
      }
    }
    return wanted;
  }

  private static boolean actsOnWeights(Regularizer regularizer) {
    return regularizer instanceof Penalty
        || regularizer instanceof Decay
        || regularizer instanceof Constraint;
  }

  private static List<Weight> weightsOf(Term term, CompiledNetwork network, Population population) {
    List<WeightSpec> all = population.layout().weights();
    return Places.weights(term, network.architecture(), all).stream()
        .map(spec -> population.weight(spec.name()))
        .toList();
  }

  private void bind(
      String name,
      Regularizer regularizer,
      List<Weight> weights,
      Population population,
      Strengths s,
      Arena arena) {
    if (regularizer instanceof Penalty penalty) {
      weights.forEach(w -> ledger.add(onPenalty(name, penalty, w, s, arena)));
      List<Weight> units = penalty.elementwise() ? population.blocks(weights) : weights;
      units.forEach(w -> penalties.add(onPenalty(name, penalty, w, s, arena)));
    } else if (regularizer instanceof Decay decay) {
      for (Weight w : population.blocks(weights)) {
        Tensor part = arena.keep(w.partOf(gradient));
        decays.add(new OnDecay(decay, w, part, rates.like(w.value()), s));
      }
    } else if (regularizer instanceof Constraint constraint) {
      for (Weight w : weights) {
        List<Tensor> own = velocities.stream().map(v -> arena.keep(w.partOf(v))).toList();
        constraints.add(new OnConstraint(constraint, w, own, s));
      }
    }
  }

  private OnPenalty onPenalty(String name, Penalty penalty, Weight w, Strengths s, Arena arena) {
    Tensor part = arena.keep(w.partOf(gradient));
    return new OnPenalty(name, penalty, w, part, rates.like(w.value()), s);
  }

  /** Before the first update: what constraints want to know of the initial weights. */
  void remember() {
    constraints.forEach(c -> c.constraint.remember(c.weight));
  }

  /** After the backward pass: adds the gradients of penalties. */
  void penalize() {
    for (OnPenalty p : penalties) {
      p.penalty.addGradient(p.weight, p.gradient, p.s);
    }
  }

  /** Before the update: decay. */
  void decay() {
    for (OnDecay d : decays) {
      d.decay.apply(d.weight, d.gradient, d.rates, d.s);
    }
  }

  /** After the update: proximal steps, then constraints, in the order written. */
  void project(UpdateRule rule) {
    for (OnPenalty p : penalties) {
      if (p.penalty.shrinks()) {
        p.penalty.shrink(p.weight, rule.pull(p.weight, p.rates), p.s);
      }
    }
    for (OnConstraint c : constraints) {
      c.constraint.project(c.weight, c.s);
      c.constraint.restrain(c.weight, c.velocities, c.s);
    }
  }

  /** After the last update. */
  void finish() {
    penalties.forEach(p -> p.penalty.finish(p.weight, p.s));
  }

  /** The largest violation of any constraint, by member, {@code [K]}. */
  PerMember violation(int members) {
    double[] worst = new double[members];
    for (OnConstraint c : constraints) {
      double[] v = Tensors.toDoubles(c.constraint.violation(c.weight, c.s));
      for (int k = 0; k < members; k++) {
        worst[k] = Math.max(worst[k], v[k]);
      }
    }
    return PerMember.of(worst);
  }

  /** What each penalty amounts to now, for member {@code k} at place k of the result. */
  List<Ledger> ledger(int members) {
    List<List<Ledger.Line>> lines = new ArrayList<>();
    for (int k = 0; k < members; k++) {
      lines.add(new ArrayList<>());
    }
    for (OnPenalty p : ledger) {
      double[] values = Tensors.toDoubles(p.penalty.value(p.weight, p.s));
      for (int k = 0; k < members; k++) {
        lines.get(k).add(new Ledger.Line(p.name, p.weight.spec().name(), values[k]));
      }
    }
    return lines.stream().map(Ledger::new).toList();
  }
}
