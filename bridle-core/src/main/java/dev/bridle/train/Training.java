package dev.bridle.train;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.data.Dataset;
import dev.bridle.data.Scaling;
import dev.bridle.data.Split;
import dev.bridle.loss.Loss;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.optimizer.Rule;
import dev.bridle.plan.Budget;
import dev.bridle.population.Population;
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
  private Crew crew;
  private int[] present;
  private Optional<Population> finals = Optional.empty();
  private Optional<Population> best = Optional.empty();

  private record StoppingTerm(StoppingRule rule, int term) {}

  /** What is known of one member while it is trained, and after. */
  static final class Track {
    final List<Double> trainLosses = new ArrayList<>();
    final List<Double> validationLosses = new ArrayList<>();
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
    this.loss = Loss.of(rows.task());
    this.budget = first.plan().budget(rows.size());
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
        try (Tensor row = losses.select(0, s)) {
          step.run(s, done + s, row);
        }
        listener.onStep(done + s + 1, budget.updates(), crew.size());
      }
      record(Tensors.toDoubles(losses), steps, done);
      review(done + steps, done + steps == budget.updates());
      return done + steps;
    }
  }

  /** Writes down the losses {@code [steps, K]} of an epoch, and who has diverged. */
  private void record(double[] losses, int steps, int before) {
    double[] after =
        validation.rows() == 0
            ? new double[0]
            : new Evaluator(crew.network, crew.replicates).losses(validation, loss);
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
      }
    }
  }

  /** After an epoch: keeps best weights, and lets those go who have diverged or stopped. */
  private void review(int done, boolean last) {
    List<Integer> staying = new ArrayList<>();
    for (int k = 0; k < present.length; k++) {
      boolean stop = judge(k);
      if (stop && !last) {
        leave(k, done);
      } else {
        staying.add(k);
      }
    }
    if (staying.size() == present.length) {
      return;
    }
    int[] rest = staying.stream().mapToInt(Integer::intValue).toArray();
    int[] old = present;
    present = Arrays.stream(rest).map(k -> old[k]).toArray();
    if (present.length > 0) {
      Crew smaller = crew.select(rule, rest);
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
    if (stopping.isEmpty() || track.validationLosses.isEmpty()) {
      return false;
    }
    StoppingRule.Verdict verdict = verdict(present[k]);
    if (verdict.best() == track.validationLosses.size() - 1) {
      best.orElseThrow().copyRow(present[k], crew.population, k);
    }
    return verdict.stop();
  }

  /** What the stopping rule says of a member's epochs so far. */
  private StoppingRule.Verdict verdict(int member) {
    StoppingTerm stops = stopping.orElseThrow();
    Term term = members.get(member).recipe().terms().get(stops.term());
    Track track = tracks.get(member);
    return stops
        .rule()
        .judge(new Losses(track.trainLosses, track.validationLosses), term.numbers());
  }

  /** Puts aside what member k of the crew leaves behind. */
  private void leave(int k, int done) {
    int member = present[k];
    Track track = tracks.get(member);
    boolean diverged = track.outcome.isPresent();
    if (finals.isEmpty()) {
      finals = Optional.of(emptyPopulation());
    }
    if (!diverged && best.isPresent() && !track.validationLosses.isEmpty()) {
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
