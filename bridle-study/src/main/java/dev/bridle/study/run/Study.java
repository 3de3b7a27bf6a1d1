package dev.bridle.study.run;

import dev.bridle.layer.Shape;
import dev.bridle.metric.Metric;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import dev.bridle.study.run.Unit.Phase;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.study.statistics.Arm;
import dev.bridle.study.statistics.Candidate;
import dev.bridle.study.statistics.Comparison;
import dev.bridle.study.statistics.Judge;
import dev.bridle.study.statistics.Judgement;
import dev.bridle.study.statistics.Selected;
import dev.bridle.study.statistics.Selection;
import dev.bridle.train.Load;
import dev.bridle.train.Memory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A study from its plan to its verdicts: choose a strength for each family, then compare the chosen
 * ones with the baseline on fresh replicates.
 *
 * <p>The same plan gives the same verdicts, to the bit, whatever the number of workers, and
 * whatever was already in the store.
 */
public final class Study {
  /** Multiplications that take as long as an activation. */
  private static final int PASSES = 20;

  private final StudyPlan plan;
  private final ReplicateSource source;
  private final UnitStore store;
  private final StudyListener listener;
  private final Load load;
  private final Runner runner;

  /**
   * What a study found, before it is put into words.
   *
   * @param selected by family as written, what the first phase chose
   * @param judgements of the chosen recipes, the baseline first; none for an exploratory study
   * @param comparison what was fixed about the comparison
   * @param results of all units
   */
  public record Findings(
      Map<Recipe, Selected> selected,
      List<Judgement> judgements,
      Comparison comparison,
      Map<Unit, UnitResult> results) {}

  /** A study that keeps its results in {@code store} and trains on {@code workers} threads. */
  public Study(
      StudyPlan plan,
      ReplicateSource source,
      UnitStore store,
      StudyListener listener,
      int workers) {
    this.plan = plan;
    this.source = source;
    this.store = store;
    this.listener = listener;
    this.load = load(workers);
    this.runner = new Runner(plan, source, store, listener, load);
  }

  private Load load(int workers) {
    ReplicateSource.Shape shape = source.shape();
    int networks = Math.max(selectUnits().size(), confirmUnits());
    CompiledNetwork network = network();
    long numbers = (long) shape.rows() * (network.inputs() + source.task().outputs());
    int batch = plan.training().budget(shape.train()).batch();
    return Load.plan(network, batch, networks, workers, numbers, Memory.besideTheHeap());
  }

  private CompiledNetwork network() {
    return CompiledNetwork.compile(
        plan.architecture(), Recipe.none(), Shape.of(source.inputShape()), source.task().outputs());
  }

  /** How its networks are spread over threads, and what memory that takes. */
  public Load load() {
    return load;
  }

  /** How many weights one network of the study has. */
  public int parameters() {
    return network().layout(List.of()).parameters();
  }

  /**
   * How much work a row is to one network, in multiplications by weights, roughly: to pass over an
   * activation, forward and back, takes as long as some of those.
   */
  public long work() {
    return network().nodes().stream()
        .mapToLong(node -> node.multiplications() + (long) PASSES * node.workspace())
        .sum();
  }

  /** The units of the first phase: every strength of every family, on every replicate. */
  public List<Unit> selectUnits() {
    return units(
        Phase.SELECT,
        plan.families().stream().flatMap(f -> f.expand().stream()).toList(),
        plan.select());
  }

  /** How many units the second phase will have. */
  public int confirmUnits() {
    return plan.families().size() * plan.confirm();
  }

  /** Runs what is still to be run and judges. */
  public Findings run() {
    List<Unit> select = selectUnits();
    announce("choosing strengths", select);
    runner.run(select);
    Map<Recipe, Selected> selected = choose(store.results());
    List<String> chosen = selected.values().stream().map(s -> s.chosen().name()).toList();
    List<Unit> confirm =
        units(
            Phase.CONFIRM, chosen.stream().distinct().map(Recipe::parse).toList(), plan.confirm());
    announce("confirming", confirm);
    runner.run(confirm);
    Map<Unit, UnitResult> results = store.results();
    Comparison comparison = comparison(results);
    return new Findings(selected, judge(comparison, selected, results), comparison, results);
  }

  private void announce(String what, List<Unit> units) {
    Map<Unit, UnitResult> known = store.results();
    int done = (int) units.stream().filter(known::containsKey).count();
    listener.onPhase(what, units.size(), done);
  }

  private static List<Unit> units(Phase phase, List<Recipe> recipes, int replicates) {
    List<Unit> units = new ArrayList<>();
    for (Recipe recipe : recipes.stream().distinct().toList()) {
      for (int r = 0; r < replicates; r++) {
        units.add(new Unit(phase, recipe.toString(), r));
      }
    }
    return units;
  }

  private Map<Recipe, Selected> choose(Map<Unit, UnitResult> results) {
    Map<Recipe, Selected> selected = new LinkedHashMap<>();
    for (Recipe family : plan.families()) {
      List<Candidate> candidates = new ArrayList<>();
      for (Recipe variant : family.expand()) {
        List<Double> scores = scores(results, Phase.SELECT, variant.toString(), plan.select());
        candidates.add(new Candidate(variant.toString(), strength(family, variant), scores));
      }
      selected.put(
          family,
          Selection.choose(candidates, plan.metric().higherIsBetter())
              .orElseGet(() -> firstOf(candidates)));
    }
    return selected;
  }

  /** Where every training failed: the first stands for the family, and will be called failed. */
  private static Selected firstOf(List<Candidate> candidates) {
    Candidate first = candidates.get(0);
    return new Selected(first, first, List.of(first.name()), false);
  }

  private List<Double> scores(
      Map<Unit, UnitResult> results, Phase phase, String recipe, int replicates) {
    return IntStream.range(0, replicates)
        .mapToObj(r -> found(results, new Unit(phase, recipe, r)).score(plan.metric().name()))
        .toList();
  }

  /** The result of a unit that has been trained. */
  static UnitResult found(Map<Unit, UnitResult> results, Unit unit) {
    UnitResult result = results.get(unit);
    if (result == null) {
      throw new IllegalStateException(unit + " has no result: expected all units to be trained");
    }
    return result;
  }

  /**
   * The place of a variant among its family's strengths, the weakest 0; a limit is weak if large.
   */
  private static int strength(Recipe family, Recipe variant) {
    int rank = 0;
    for (int i = 0; i < variant.terms().size(); i++) {
      Term term = variant.terms().get(i);
      int place = i;
      for (var parameter : term.declaration().parameters()) {
        if (term.numbers().containsKey(parameter.name())) {
          double own = term.number(parameter.name());
          boolean limit =
              parameter.range().highIncluded() && Double.isInfinite(parameter.range().high());
          rank +=
              (int)
                  family.expand().stream()
                      .map(v -> v.terms().get(place).number(parameter.name()))
                      .distinct()
                      .filter(other -> limit ? other > own : other < own)
                      .count();
        }
      }
    }
    return rank;
  }

  private Comparison comparison(Map<Unit, UnitResult> results) {
    ReplicateSource.Shape shape = source.shape();
    return new Comparison(
        plan.claim(),
        Comparison.ALPHA,
        plan.delta().orElseGet(() -> usualDelta(results, shape.score())),
        Math.max(1, plan.families().size() - 1),
        plan.metric().higherIsBetter(),
        (double) shape.score() / shape.train(),
        plan.seed());
  }

  /**
   * For shares of rows the larger of 1 point and two rows of the scoring part; else 1 % of what the
   * baseline has in the first phase, which is known before anything is compared.
   */
  private double usualDelta(Map<Unit, UnitResult> results, int scoreRows) {
    List<Metric> shares = List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.AUC);
    if (shares.contains(plan.metric())) {
      return Math.max(0.01, 2.0 / scoreRows);
    }
    double mean =
        scores(results, Phase.SELECT, Recipe.none().toString(), plan.select()).stream()
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .average()
            .orElse(0);
    return 0.01 * Math.abs(mean);
  }

  private List<Judgement> judge(
      Comparison comparison, Map<Recipe, Selected> selected, Map<Unit, UnitResult> results) {
    if (plan.isExploratory()) {
      return List.of();
    }
    List<Arm> arms =
        selected.values().stream()
            .map(s -> s.chosen().name())
            .distinct()
            .map(name -> new Arm(name, scores(results, Phase.CONFIRM, name, plan.confirm())))
            .toList();
    return Judge.judge(comparison, arms.get(0), arms.subList(1, arms.size()));
  }
}
