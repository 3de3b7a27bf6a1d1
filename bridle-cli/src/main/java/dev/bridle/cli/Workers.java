package dev.bridle.cli;

import dev.bridle.diagnostic.Depth;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.run.Parallel;
import dev.bridle.tensor.Precision;
import dev.bridle.train.Load;
import dev.bridle.train.Member;
import dev.bridle.train.Replicate;
import dev.bridle.train.Trainer;
import dev.bridle.train.TrainingResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Trains the populations of an experiment, each on one of as many threads as are given. */
final class Workers {
  private final Experiment experiment;
  private final Progress progress;
  private final Map<Unit, Trial> trials = new ConcurrentHashMap<>();
  private final Map<Unit, TrainedNetwork> networks = new ConcurrentHashMap<>();

  private Workers(Experiment experiment, Progress progress) {
    this.experiment = experiment;
    this.progress = progress;
  }

  /** Trains everything; returns when all is done, or the first population has failed. */
  static Results run(Experiment experiment, Load load, Progress progress) {
    Workers workers = new Workers(experiment, progress);
    Parallel.each(Packing.of(experiment, load), load.workers(), workers::train);
    return Results.of(experiment, workers.trials, workers.networks);
  }

  private void train(List<Unit> units, int threads) {
    long start = System.nanoTime();
    Steps steps = new Steps();
    List<TrainingResult> results = trainAlike(members(units), steps, threads);
    double seconds = (System.nanoTime() - start) * 1e-9;
    steps.add((long) units.size() * experiment.budget().updates() - steps.done);
    for (int k = 0; k < units.size(); k++) {
      Unit unit = units.get(k);
      trials.put(unit, Trial.of(unit, results.get(k), seconds / units.size()));
      if (unit.equals(experiment.kept())) {
        networks.put(unit, results.get(k).network());
      }
    }
  }

  /**
   * Trains members of one structure, in one population for each number of inputs: a category that
   * is missing from the training rows of one replicate of a table has no input there.
   */
  private List<TrainingResult> trainAlike(List<Member> members, Steps steps, int threads) {
    Map<Integer, List<Integer>> byInputs = new TreeMap<>();
    for (int k = 0; k < members.size(); k++) {
      int inputs = members.get(k).replicate().split().train().features();
      byInputs.computeIfAbsent(inputs, f -> new ArrayList<>()).add(k);
    }
    TrainingResult[] results = new TrainingResult[members.size()];
    for (List<Integer> alike : byInputs.values()) {
      List<TrainingResult> trained =
          Trainer.train(
              experiment.arms().get(0).network().architecture(),
              alike.stream().map(members::get).toList(),
              Precision.FLOAT32,
              (step, updates, present) -> steps.add(present),
              threads,
              experiment.arms().size() <= 2 ? Depth.FULL : Depth.USUAL);
      for (int i = 0; i < alike.size(); i++) {
        results[alike.get(i)] = trained.get(i);
      }
    }
    return List.of(results);
  }

  private List<Member> members(List<Unit> units) {
    Map<Integer, Replicate> replicates = new HashMap<>();
    List<Member> members = new ArrayList<>();
    for (Unit unit : units) {
      Replicate replicate = replicates.computeIfAbsent(unit.replicate(), experiment::replicate);
      members.add(
          new Member(experiment.arms().get(unit.arm()).recipe(), experiment.plan(), replicate));
    }
    return members;
  }

  /** The steps of one population: fewer than planned where members leave early. */
  private final class Steps {
    private long done;

    void add(long more) {
      done += more;
      progress.advance(more);
    }
  }
}
