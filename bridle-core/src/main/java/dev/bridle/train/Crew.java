package dev.bridle.train;

import dev.bridle.batch.Batch;
import dev.bridle.batch.BatchRule;
import dev.bridle.catalogue.Catalogue;
import dev.bridle.layer.Site;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.network.Network;
import dev.bridle.optimizer.Rule;
import dev.bridle.optimizer.UpdateRule;
import dev.bridle.population.Population;
import dev.bridle.population.Replicates;
import dev.bridle.population.Strengths;
import dev.bridle.recipe.Term;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;

/**
 * The members that are still being trained, and all that works on them: weights, layers, update
 * rule, bound recipe. When some leave, a new crew is made of those that stay, and the old one
 * closed.
 */
final class Crew implements AutoCloseable {
  private final Arena arena = new Arena();
  private final CompiledNetwork compiled;
  private final List<Member> members;
  private final Part train;
  private final int batch;
  final Population population;
  final Replicates replicates;
  final UpdateRule rule;
  final Network network;
  final Restraint restraint;
  final Batches batches;
  final Perturbed perturbed;
  final Optional<Ascent> ascent;
  final Optional<Averages> averages;
  private final List<BatchRule.Bound> changes = new ArrayList<>();
  private final Rates rates;

  private Crew(
      CompiledNetwork compiled,
      Rule rule,
      List<Member> members,
      Population population,
      Part train,
      int batch,
      int epoch) {
    this.compiled = compiled;
    this.members = members;
    this.train = train;
    this.batch = batch;
    this.population = population;
    this.replicates = Replicates.of(members.stream().map(m -> m.replicate().key()).toList());
    this.rule = BoundTerm.build(rule, compiled, population);
    Precision precision = population.precision();
    List<Strengths> strengths = strengths(members, k -> epoch, precision, arena);
    this.rates = new Rates(rates(members), precision, arena);
    Site site =
        new Site(
            population,
            this.rule.gradient(),
            this.rule.carry(),
            replicates,
            strengths,
            batch,
            arena);
    this.network = Network.forTraining(compiled, site);
    List<BoundTerm> terms = BoundTerm.all(compiled, population, strengths, rule.decay(), arena);
    this.restraint = new Restraint(terms, site, this.rule, rates);
    this.batches = new Batches(train, replicates, batch, precision, arena);
    this.perturbed = new Perturbed(terms, site);
    this.ascent = Ascent.of(terms, site);
    this.averages = Averages.of(terms, site, compiled);
    for (int i = 0; i < strengths.size(); i++) {
      if (Catalogue.make(compiled.recipe().terms().get(i)) instanceof BatchRule change) {
        changes.add(change.bind(strengths.get(i), site, compiled.input()));
      }
    }
  }

  /** A batch as the recipe changes it for update {@code step}, counted from 0. */
  Batch changed(Batch batch, long step) {
    Batch changed = batch;
    for (BatchRule.Bound change : changes) {
      changed = change.apply(changed, step);
    }
    return changed;
  }

  /** All members at the start. */
  static Crew first(
      CompiledNetwork compiled,
      Rule rule,
      List<Member> members,
      Part train,
      int batch,
      Precision precision) {
    Population population =
        Population.initial(
            compiled.layout(BoundTerm.statistics(compiled)),
            precision,
            members.stream().map(m -> m.replicate().key()).toList());
    Crew crew = new Crew(compiled, rule, members, population, train, batch, 0);
    crew.restraint.remember();
    return crew;
  }

  /**
   * Those that stay, in the order given, with their weights and the state of their update rule.
   *
   * @param epoch the next one, counted from 0, whose strengths they get
   */
  Crew select(Rule rule, int epoch, int... staying) {
    List<Member> chosen = new ArrayList<>();
    for (int k : staying) {
      chosen.add(members.get(k));
    }
    Population selected = population.select(staying);
    Crew crew = new Crew(compiled, rule, chosen, selected, train, batch, epoch);
    for (int i = 0; i < this.rule.state().size(); i++) {
      Tensor from = this.rule.state().get(i);
      for (int k = 0; k < staying.length; k++) {
        try (Tensor row = crew.rule.state().get(i).select(0, k);
            Tensor old = from.select(0, staying[k])) {
          row.copy_(old);
        }
      }
    }
    averages.ifPresent(own -> crew.averages.orElseThrow().copy(own, staying));
    return crew;
  }

  /** The same as they are in the end, where it does not matter that they may change. */
  static List<Strengths> strengths(List<Member> members, Precision precision, Arena arena) {
    return strengths(members, k -> Integer.MAX_VALUE, precision, arena);
  }

  /**
   * The numbers of each term for all members, by the term's place in the recipe.
   *
   * @param epoch in which a member is, counted from 0
   */
  static List<Strengths> strengths(
      List<Member> members, IntUnaryOperator epoch, Precision precision, Arena arena) {
    List<Strengths> strengths = new ArrayList<>();
    List<Term> terms = members.get(0).recipe().terms();
    for (int i = 0; i < terms.size(); i++) {
      int place = i;
      Map<String, PerMember> numbers =
          terms.get(i).numbers().keySet().stream()
              .collect(Collectors.toMap(name -> name, name -> column(members, place, name, epoch)));
      strengths.add(new Strengths(numbers, precision, arena));
    }
    return strengths;
  }

  private static PerMember column(
      List<Member> members, int term, String name, IntUnaryOperator epoch) {
    double[] numbers = new double[members.size()];
    for (int k = 0; k < numbers.length; k++) {
      Term own = members.get(k).recipe().terms().get(term);
      numbers[k] = own.number(name, epoch.applyAsInt(k));
    }
    return PerMember.of(numbers);
  }

  /** Whether any number of a recipe is another in epoch {@code epoch} than in the one before. */
  boolean changesWith(int epoch) {
    return members.stream()
        .flatMap(member -> member.recipe().terms().stream())
        .anyMatch(term -> !term.numbers(epoch).equals(term.numbers(epoch - 1)));
  }

  private static PerMember rates(List<Member> members) {
    return PerMember.of(
        members.stream().mapToDouble(m -> m.plan().rule().number(Rule.RATE)).toArray());
  }

  /** Puts averages where the weights are, with statistics that fit them. */
  void showAverages() {
    averages.ifPresent(
        shown -> {
          shown.show(restraint);
          if (shown.wantsStatistics()) {
            new Evaluator(network, replicates).renewStatistics(train);
            shown.keepStatistics();
          }
        });
  }

  /** Makes the learning rates of the updates to come {@code factor} times those of the plans. */
  void rescaleRates(double factor) {
    if (rates.rescale(factor)) {
      rule.rescaled(factor);
    }
  }

  /** How many members there are. */
  int size() {
    return population.members();
  }

  @Override
  public void close() {
    rule.close();
    population.close();
    arena.close();
  }
}
