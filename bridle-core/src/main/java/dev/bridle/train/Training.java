package dev.bridle.train;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.data.Dataset;
import dev.bridle.data.Scaling;
import dev.bridle.data.Split;
import dev.bridle.loss.Loss;
import dev.bridle.metric.Metric;
import dev.bridle.metric.Predictions;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.optimizer.Rule;
import dev.bridle.plan.Budget;
import dev.bridle.plan.Schedule;
import dev.bridle.population.Population;
import dev.bridle.population.Progress;
import dev.bridle.recipe.Term;
import dev.bridle.stopping.Losses;
import dev.bridle.stopping.StoppingRule;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * The training of one population from first to last update: epochs, stopping and leaving.
 *
 * <p>Members leave at the end of an epoch only: those whose loss has ceased to be finite, and those
 * whose stopping rule says so. What they leave behind is put aside at that moment, and a smaller
 * crew goes on.
 */
final class Training implements AutoCloseable {
  private final List<Member> members;
  private final CompiledNetwork compiled;
  private final Rule rule;
  private final Loss loss;
  private final Budget budget;
  private final Schedule schedule;
  private final Optional<StoppingTerm> stopping;
  private final Arena arena = new Arena();
  private final List<Key> replicates;
  private final List<Scaling> scalings;
  private final Part train;
  private final Part validation;
  private final Part test;
  private final Precision precision;
  private final List<Track> tracks = new ArrayList<>();
  private final TrainingListener listener;
  private final Watch watch;
  private Crew crew;
  private int[] present;
  private Optional<Population> finals = Optional.empty();
  private Optional<Population> best = Optional.empty();

  private record StoppingTerm(StoppingRule rule, int term) {}

  /** What is known of one member while it is trained, and after. */
  static final class Track {
    final List<Double> trainLosses = new ArrayList<>();
    final List<Double> validationLosses = new ArrayList<>();
    final List<Double> judged = new ArrayList<>();
    Optional<Outcome> outcome = Optional.empty();

    History history() {
      return new History(trainLosses, validationLosses);
    }
  }

  Training(
      CompiledNetwork compiled,
      List<Member> members,
      Precision precision,
      TrainingListener listener) {
    this.members = members;
    this.compiled = compiled;
    this.precision = precision;
    this.listener = listener;
    Member first = members.get(0);
    Dataset rows = first.replicate().split().train();
    this.rule = (Rule) Catalogue.make(first.plan().rule());
    this.loss = first.plan().lossOf(rows.task());
    this.budget = first.plan().budget(rows.size());
    this.schedule = first.plan().schedule();
    this.stopping = stoppingTerm(first.recipe().terms());
    List<Replicate> distinct = new ArrayList<>();
    for (Member member : members) {
      if (distinct.stream().noneMatch(r -> r.key().equals(member.replicate().key()))) {
        distinct.add(member.replicate());
      }
      tracks.add(new Track());
    }
    this.replicates = distinct.stream().map(Replicate::key).toList();
    boolean standardized = first.plan().standardize() && !compiled.readsIds();
    this.scalings =
        distinct.stream()
            .map(r -> r.split().train())
            .map(d -> standardized ? Scaling.fit(d) : Scaling.ofTargets(d))
            .toList();
    this.train = part(distinct, Split::train);
    this.validation = part(distinct, Split::validation);
    this.test = part(distinct, Split::test);
    this.present = IntStream.range(0, members.size()).toArray();
    this.crew = Crew.first(compiled, rule, members, train, budget.batch(), precision);
    this.watch = new Watch(compiled, members, loss, crew);
    if (stopping.isPresent()) {
      best = Optional.of(emptyPopulation());
    }
  }

  private Part part(List<Replicate> distinct, Function<Split, Dataset> which) {
    List<Dataset> datasets = distinct.stream().map(r -> which.apply(r.split())).toList();
    return Part.of(replicates, datasets, scalings, precision, arena);
  }

  private static Optional<StoppingTerm> stoppingTerm(List<Term> terms) {
    for (int i = 0; i < terms.size(); i++) {
      if (Catalogue.make(terms.get(i)) instanceof StoppingRule found) {
        return Optional.of(new StoppingTerm(found, i));
      }
    }
    return Optional.empty();
  }

  private Population emptyPopulation() {
    return Population.zeros(crew.population.layout(), precision, members.size());
  }

  /** Trains to the end. */
  void run() {
    int done = 0;
    for (int epoch = 0; done < budget.updates() && present.length > 0; epoch++) {
      done = epoch(epoch, done);
    }
    for (int k = 0; k < present.length; k++) {
      leave(k, done);
    }
  }

  /**
   * Trains for one epoch, or for as many updates as are left; returns how many were done in all.
   */
  private int epoch(int epoch, int done) {
    try (Scope scope = Scope.open();
        Arena ofEpoch = new Arena()) {
      int steps = Math.min(crew.batches.steps(), budget.updates() - done);
      Tensor losses = ofEpoch.zeros(precision, steps, crew.size());
      crew.batches.shuffle(epoch);
      Step step = new Step(crew, loss);
      for (int s = 0; s < steps; s++) {
        crew.rescaleRates(schedule.factor(done + s, budget));
        try (Tensor row = losses.select(0, s)) {
          step.run(s, new Progress(done + s + 1L, budget.updates(), budget.stepsPerEpoch()), row);
        }
        listener.onStep(done + s + 1, budget.updates(), crew.size());
      }
      int after = done + steps;
      crew.showAverages(); // averages are what is judged and kept
      record(Tensors.toDoubles(losses), steps, done);
      watch.afterEpoch(crew, present, epoch + 1);
      review(epoch, after, after == budget.updates());
      if (after < budget.updates()) {
        crew.averages.ifPresent(Averages::hide);
      }
      return after;
    }
  }

  /** Writes down the losses {@code [steps, K]} of an epoch, and who has diverged. */
  private void record(double[] losses, int steps, int before) {
    boolean none = validation.rows() == 0;
    Evaluator evaluator = new Evaluator(crew.network, crew.replicates);
    double[] after = none ? new double[0] : evaluator.losses(validation, loss);
    double[] judged = none ? after : judged(after, evaluator);
    for (int k = 0; k < present.length; k++) {
      Track track = tracks.get(present[k]);
      double sum = 0;
      for (int s = 0; s < steps; s++) {
        double value = losses[s * present.length + k];
        sum += value;
        if (!Double.isFinite(value) && track.outcome.isEmpty()) {
          track.outcome = Optional.of(new Outcome.Diverged(before + s + 1));
        }
      }
      track.trainLosses.add(sum / steps);
      if (after.length > 0) {
        track.validationLosses.add(after[k]);
        track.judged.add(judged[k]);
      }
    }
  }

  /** What the stopping rule looks at: losses, or the costs of its metric. */
  private double[] judged(double[] losses, Evaluator evaluator) {
    Optional<Metric> metric = stopping.flatMap(term -> term.rule().metric());
    if (metric.isEmpty()) {
      return losses;
    }
    double[][] outputs = evaluator.outputs(validation);
    double[] costs = new double[present.length];
    for (int k = 0; k < costs.length; k++) {
      Replicate replicate = members.get(present[k]).replicate();
      Dataset truth = replicate.split().validation();
      Predictions said = loss.link().predictions(truth.task(), outputs[k], scaling(replicate));
      costs[k] = Metric.cost(metric.get(), said, truth);
    }
    return costs;
  }

  /**
   * After an epoch: keeps best weights, lets those go who have diverged or stopped, and gives the
   * others the strengths of the next epoch.
   */
  private void review(int epoch, int done, boolean last) {
    List<Integer> staying = new ArrayList<>();
    for (int k = 0; k < present.length; k++) {
      boolean stop = judge(k);
      if (stop && !last) {
        leave(k, done);
      } else {
        staying.add(k);
      }
    }
    if (staying.size() == present.length && (last || !crew.changesWith(epoch + 1))) {
      return;
    }
    int[] rest = staying.stream().mapToInt(Integer::intValue).toArray();
    int[] old = present;
    present = Arrays.stream(rest).map(k -> old[k]).toArray();
    if (present.length > 0) {
      Crew smaller = crew.select(rule, epoch + 1, rest);
      crew.close();
      crew = smaller;
    }
  }

  /** Whether member k of the crew has to leave; keeps its weights if they are its best so far. */
  private boolean judge(int k) {
    Track track = tracks.get(present[k]);
    if (track.outcome.isPresent()) {
      return true;
    }
    if (stopping.isEmpty() || track.judged.isEmpty()) {
      return false;
    }
    StoppingRule.Verdict verdict = verdict(present[k]);
    if (verdict.best() == track.judged.size() - 1) {
      best.orElseThrow().copyRow(present[k], crew.population, k);
    }
    return verdict.stop();
  }

  /** What the stopping rule says of a member's epochs so far. */
  private StoppingRule.Verdict verdict(int member) {
    StoppingTerm stops = stopping.orElseThrow();
    Term term = members.get(member).recipe().terms().get(stops.term());
    Track track = tracks.get(member);
    return stops.rule().judge(new Losses(track.trainLosses, track.judged), term.numbers());
  }

  /** Puts aside what member k of the crew leaves behind. */
  private void leave(int k, int done) {
    int member = present[k];
    Track track = tracks.get(member);
    boolean diverged = track.outcome.isPresent();
    if (finals.isEmpty()) {
      finals = Optional.of(emptyPopulation());
    }
    if (!diverged && best.isPresent() && !track.judged.isEmpty()) {
      track.outcome = Optional.of(new Outcome.Stopped(done, verdict(member).best() + 1));
      finals.get().copyRow(member, best.get(), member);
    } else {
      finals.get().copyRow(member, crew.population, k);
    }
    if (track.outcome.isEmpty()) {
      track.outcome = Optional.of(new Outcome.Completed(done));
    }
  }

  /** The final state of all members, in their first order. */
  Population finals() {
    return finals.orElseThrow();
  }

  /** What is known of each member. */
  List<Track> tracks() {
    return tracks;
  }

  /** What was seen of the members after each epoch. */
  Watch watch() {
    return watch;
  }

  /** The training part of all replicates. */
  Part train() {
    return train;
  }

  /** The validation part of all replicates. */
  Part validation() {
    return validation;
  }

  /** The test part of all replicates. */
  Part test() {
    return test;
  }

  /** How the inputs of a replicate were scaled. */
  Scaling scaling(Replicate replicate) {
    return scalings.get(replicates.indexOf(replicate.key()));
  }

  /** What is minimised. */
  Loss loss() {
    return loss;
  }

  /** What was compiled. */
  CompiledNetwork compiled() {
    return compiled;
  }

  @Override
  public void close() {
    crew.close();
    finals.ifPresent(Population::close);
    best.ifPresent(Population::close);
    arena.close();
  }
}
