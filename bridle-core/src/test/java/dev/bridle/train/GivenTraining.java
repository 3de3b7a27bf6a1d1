package dev.bridle.train;

import dev.bridle.architecture.Architecture;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.loss.Loss;
import dev.bridle.loss.MeanSquaredError;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.network.Network;
import dev.bridle.optimizer.Rule;
import dev.bridle.optimizer.UpdateRule;
import dev.bridle.population.Population;
import dev.bridle.population.Progress;
import dev.bridle.population.Replicates;
import dev.bridle.population.Strengths;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * A training whose first weights and batches are given from outside, in double where that is asked
 * for: the moments of {@link Step}, one by one, with squared error. All weights start at 0.
 */
public final class GivenTraining implements AutoCloseable {
  private final Arena arena = new Arena();
  private final Loss loss = new MeanSquaredError();
  private final Population population;
  private final UpdateRule rule;
  private final Network network;
  private final Restraint restraint;
  private final List<BoundTerm> terms;
  private long steps;

  /**
   * A training of one member for each recipe.
   *
   * @param recipes of one structure
   * @param learningRates {@code [K]}
   * @param sizes inputs, outputs, rows of a batch
   */
  public GivenTraining(
      Architecture architecture,
      List<Recipe> recipes,
      Rule rule,
      PerMember learningRates,
      List<Integer> sizes,
      Precision precision) {
    CompiledNetwork compiled =
        CompiledNetwork.compile(architecture, recipes.get(0), sizes.get(0), sizes.get(1));
    this.population =
        Population.zeros(
            compiled.layout(BoundTerm.statistics(compiled)), precision, recipes.size());
    this.rule = BoundTerm.build(rule, compiled, population);
    List<Strengths> strengths = strengths(recipes, precision, arena);
    Rates perAxes = new Rates(learningRates, precision, arena);
    Tensor gradient = this.rule.gradient();
    Replicates one = Replicates.of(Collections.nCopies(recipes.size(), Key.of(0)));
    Site site =
        new Site(population, gradient, this.rule.carry(), one, strengths, sizes.get(2), arena);
    this.network = Network.forTraining(compiled, site);
    List<BoundTerm> all = BoundTerm.all(compiled, population, strengths, rule.decay(), arena);
    this.restraint = new Restraint(all, site, this.rule, perAxes);
    this.terms = BoundTerm.all(compiled, population, strengths, 0, arena);
  }

  private static List<Strengths> strengths(List<Recipe> recipes, Precision precision, Arena arena) {
    List<Strengths> strengths = new ArrayList<>();
    for (int i = 0; i < recipes.get(0).terms().size(); i++) {
      int term = i;
      List<Term> same = recipes.stream().map(r -> r.terms().get(term)).toList();
      Map<String, PerMember> numbers = new HashMap<>();
      for (String name : same.get(0).numbers().keySet()) {
        double[] values = same.stream().mapToDouble(t -> t.number(name)).toArray();
        numbers.put(name, PerMember.of(values));
      }
      strengths.add(new Strengths(numbers, precision, arena));
    }
    return strengths;
  }

  /** The weights; change them before the first step. */
  public Population population() {
    return population;
  }

  /** Before the first step: what constraints want to know of the weights given. */
  public void remember() {
    try (Scope scope = Scope.open()) {
      restraint.remember();
    }
  }

  /** The part of the gradient, or velocity, that belongs to a weight. */
  public Tensor gradientOf(String weight) {
    return population.weight(weight).partOf(rule.gradient());
  }

  /** Forward and backward; the data loss of each member. */
  public double[] backward(Tensor inputs, Tensor targets) {
    try (Scope scope = Scope.open()) {
      Loss.Result result = loss.of(network.forward(inputs, Pass.training(steps)), targets);
      network.backward(result.gradient());
      return Tensors.toDoubles(result.perMember());
    }
  }

  /** One update; the data loss of each member before it. */
  public double[] step(Tensor inputs, Tensor targets) {
    double[] losses = backward(inputs, targets);
    steps++;
    try (Scope scope = Scope.open()) {
      restraint.step(new Progress(steps, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }
    return losses;
  }

  /** After the last update. */
  public void finish() {
    try (Scope scope = Scope.open()) {
      terms.forEach(term -> term.finish(population));
    }
  }

  /** What all penalties add to the loss of each member. */
  public double[] penalties() {
    try (Scope scope = Scope.open()) {
      return Ledger.of(terms, population).stream().mapToDouble(Ledger::total).toArray();
    }
  }

  /** By how much each member violates its constraints. */
  public PerMember violation() {
    try (Scope scope = Scope.open()) {
      return restraint.violation();
    }
  }

  @Override
  public void close() {
    rule.close();
    population.close();
    arena.close();
  }
}
