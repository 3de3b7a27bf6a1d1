package dev.bridle.train;

import dev.bridle.averaging.Averaging;
import dev.bridle.catalogue.Catalogue;
import dev.bridle.constraint.Constraint;
import dev.bridle.decay.Decay;
import dev.bridle.decay.WeightDecay;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Regularizer;
import dev.bridle.gradient.GradientRule;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.network.Places;
import dev.bridle.optimizer.Rule;
import dev.bridle.optimizer.UpdateRule;
import dev.bridle.penalty.Penalty;
import dev.bridle.perturbation.Perturbation;
import dev.bridle.perturbation.Sharpness;
import dev.bridle.population.Population;
import dev.bridle.population.Role;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Term;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A term of a recipe that acts on weights, with the weights it acts on and its numbers.
 *
 * @param name as written in the recipe
 * @param regularizer what acts on weights, their gradients or their averages
 * @param names names of the weights it acts on
 * @param strengths its numbers, {@code [K]} each
 */
record BoundTerm(String name, Regularizer regularizer, Set<String> names, Strengths strengths) {

  /** Those terms of a recipe that act on weights, in the order written, the rule's decay last. */
  static List<BoundTerm> all(
      CompiledNetwork network,
      Population population,
      List<Strengths> strengths,
      double decay,
      Arena arena) {
    List<WeightSpec> specs = population.layout().weights();
    List<Term> terms = network.recipe().terms();
    List<BoundTerm> bound = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      Regularizer regularizer = Catalogue.make(term);
      if (actsOnWeights(regularizer)) {
        boolean everywhere = term.declaration().places() == Declaration.Places.NONE;
        Set<String> names =
            names(everywhere ? specs : Places.weights(term, network.architecture(), specs));
        bound.add(new BoundTerm(term.name(), regularizer, names, strengths.get(i)));
      }
    }
    if (decay > 0) {
      PerMember lambda = PerMember.same(decay, population.members());
      Strengths s = new Strengths(Map.of("lambda", lambda), population.precision(), arena);
      List<WeightSpec> kernels = specs.stream().filter(w -> w.role() == Role.KERNEL).toList();
      bound.add(new BoundTerm("weight-decay", new WeightDecay(), names(kernels), s));
    }
    return bound;
  }

  /** The update rule at work; its gradients stay apart where a recipe looks at them. */
  static UpdateRule build(Rule rule, CompiledNetwork network, Population population) {
    boolean apart =
        network.recipe().terms().stream()
            .anyMatch(t -> Catalogue.make(t) instanceof GradientRule g && g.looksAtGradient());
    return apart ? rule.buildApart(population) : rule.build(population);
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

  /** Whether it acts on weights, rather than on activations or on when to stop. */
  static boolean actsOnWeights(Regularizer regularizer) {
    return regularizer instanceof Penalty
        || regularizer instanceof Perturbation
        || regularizer instanceof GradientRule
        || regularizer instanceof Sharpness
        || regularizer instanceof Decay
        || regularizer instanceof Constraint
        || regularizer instanceof Averaging;
  }

  private static Set<String> names(List<WeightSpec> specs) {
    return specs.stream().map(WeightSpec::name).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it acts on a weight, or on a part of it. */
  boolean actsOn(Weight weight) {
    return names.contains(weight.spec().name());
  }

  /** The weights of a population that it acts on. */
  List<Weight> weights(Population population) {
    return population.weights().stream().filter(this::actsOn).toList();
  }

  /** After the last update: what a penalty does to its weights once. */
  void finish(Population population) {
    penalty().ifPresent(p -> weights(population).forEach(w -> p.finish(w, strengths)));
  }

  /** Whether it treats each unit of a weight by itself, so that a weight may be taken in parts. */
  boolean byUnits() {
    return penalty().map(Penalty::byUnits).orElse(true)
        && constraint().map(Constraint::byUnits).orElse(true);
  }

  Optional<Penalty> penalty() {
    return regularizer instanceof Penalty penalty ? Optional.of(penalty) : Optional.empty();
  }

  Optional<GradientRule> gradientRule() {
    return regularizer instanceof GradientRule rule ? Optional.of(rule) : Optional.empty();
  }

  Optional<Decay> decay() {
    return regularizer instanceof Decay decay ? Optional.of(decay) : Optional.empty();
  }

  Optional<Constraint> constraint() {
    return regularizer instanceof Constraint c ? Optional.of(c) : Optional.empty();
  }
}
