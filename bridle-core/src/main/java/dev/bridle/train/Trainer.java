package dev.bridle.train;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Scaling;
import dev.bridle.data.Split;
import dev.bridle.data.Task;
import dev.bridle.diagnostic.Depth;
import dev.bridle.diagnostic.Diagnostics;
import dev.bridle.layer.Shape;
import dev.bridle.metric.Predictions;
import dev.bridle.metric.Scores;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.NativeLibrary;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Trains networks: one, or a population of one structure at once.
 *
 * <p>Runs on the calling thread, with one native thread; for more cores, call it on more threads, a
 * population each, or give one training more of them. Results do not depend on how members are
 * packed into populations.
 */
public final class Trainer {
  private Trainer() {}

  /** Trains one network in single precision, and looks at it in full depth. */
  public static TrainingResult train(
      Architecture architecture, Recipe recipe, TrainingPlan plan, Split data, long seed) {
    Member member = new Member(recipe, plan, Replicate.of(seed, 0, data));
    return train(
            architecture, List.of(member), Precision.FLOAT32, TrainingListener.NONE, 1, Depth.FULL)
        .get(0);
  }

  /**
   * Trains a population on the calling thread.
   *
   * @param members one or more; recipes and plans of one structure, data of one shape and size
   * @return the results, in the order of the members
   * @throws IllegalArgumentException if members cannot be trained together, or a recipe does not
   *     fit the network
   */
  public static List<TrainingResult> train(
      Architecture architecture,
      List<Member> members,
      Precision precision,
      TrainingListener listener) {
    return train(architecture, members, precision, listener, 1);
  }

  /**
   * Trains a population on a team of threads, which share what is large: worth it for a single
   * network of a million weights, where there is nothing else for the other cores to do. Results do
   * not depend on the number of threads.
   *
   * @param threads at least 1
   */
  public static List<TrainingResult> train(
      Architecture architecture,
      List<Member> members,
      Precision precision,
      TrainingListener listener,
      int threads) {
    return train(architecture, members, precision, listener, threads, Depth.USUAL);
  }

  /**
   * Trains a population on a team of threads, and looks at it as deeply as asked.
   *
   * @param threads at least 1
   * @param depth what the diagnostics of the results tell; no other bit depends on it
   */
  public static List<TrainingResult> train(
      Architecture architecture,
      List<Member> members,
      Precision precision,
      TrainingListener listener,
      int threads,
      Depth depth) {
    try (Team team = Team.open(threads)) {
      return together(architecture, members, precision, listener, depth);
    }
  }

  private static List<TrainingResult> together(
      Architecture architecture,
      List<Member> members,
      Precision precision,
      TrainingListener listener,
      Depth depth) {
    NativeLibrary.useOneThread();
    requireOneStructure(members);
    Member first = members.get(0);
    Dataset train = first.replicate().split().train();
    if (train.size() == 0) {
      throw new IllegalArgumentException("training part: 0 rows, expected at least 1");
    }
    CompiledNetwork compiled =
        CompiledNetwork.compile(
            architecture,
            first.recipe(),
            Shape.of(train.inputShape()),
            train.task().outputs(),
            first.plan().initial());
    compiled.requireFits(train.task(), first.plan().lossOf(train.task()));
    try (Scope scope = Scope.open();
        Training training = new Training(compiled, members, precision, listener)) {
      training.run();
      return results(training, members, precision, depth);
    }
  }

  private static void requireOneStructure(List<Member> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("members = []: expected at least one");
    }
    Member first = members.get(0);
    for (Member member : members) {
      requireSame("recipe", first.recipe().structure(), member.recipe().structure());
      requireSame("plan", first.plan().structure(), member.plan().structure());
      requireSame(
          "task",
          first.replicate().split().train().task().toString(),
          member.replicate().split().train().task().toString());
    }
  }

  private static void requireSame(String what, String expected, String found) {
    if (!found.equals(expected)) {
      throw new IllegalArgumentException(
          what + " " + found + ": expected the structure of the first member, " + expected);
    }
  }

  private static List<TrainingResult> results(
      Training training, List<Member> members, Precision precision, Depth depth) {
    try (Finished finished = new Finished(training, members)) {
      List<Ledger> ledgers = finished.ledgers();
      double[][] outputs = finished.outputs(training.train());
      Scoring scoring = new Scoring(finished, training, members);
      List<Scored> train = scoring.of(training.train(), copy(outputs), Split::train);
      List<Scored> validation = scoring.of(training.validation(), Split::validation);
      List<Scored> test = scoring.of(training.test(), Split::test);
      List<Diagnostics> diagnostics = new Diagnosis(training, members, finished).of(outputs, depth);
      List<TrainingResult> results = new ArrayList<>();
      for (int k = 0; k < members.size(); k++) {
        Training.Track track = training.tracks().get(k);
        results.add(
            new TrainingResult(
                network(training, members.get(k), k, precision),
                track.outcome.orElseThrow(),
                track.history(),
                ledgers.get(k),
                train.get(k).scores(),
                validation.get(k).scores(),
                test.get(k).scores(),
                test.get(k).predictions(),
                diagnostics.get(k)));
      }
      return results;
    }
  }

  /** Predictions take over the arrays they are made of. */
  private static double[][] copy(double[][] outputs) {
    return Arrays.stream(outputs).map(double[]::clone).toArray(double[][]::new);
  }

  private static TrainedNetwork network(
      Training training, Member member, int k, Precision precision) {
    Dataset train = member.replicate().split().train();
    CompiledNetwork own =
        CompiledNetwork.compile(
            training.compiled().architecture(),
            member.recipe(),
            Shape.of(train.inputShape()),
            train.task().outputs());
    return new TrainedNetwork(
        own,
        training.finals().layout(),
        train.task(),
        training.loss().link(),
        train.featureNames(),
        training.scaling(member.replicate()),
        training.finals().row(k),
        precision);
  }

  /** What a member says about a part, and how good that is. */
  private record Scored(Predictions predictions, Scores scores) {}

  /** Judges what all members say about parts of their data. */
  private record Scoring(Finished finished, Training training, List<Member> members) {
    List<Scored> of(Part part, Function<Split, Dataset> which) {
      return of(part, finished.outputs(part), which);
    }

    /** The same where the outputs {@code [K][N * O]} are known; the arrays are handed over. */
    List<Scored> of(Part part, double[][] outputs, Function<Split, Dataset> which) {
      List<Scaling> scalings =
          members.stream().map(member -> training.scaling(member.replicate())).toList();
      Task task = members.get(0).replicate().split().train().task();
      List<Predictions> said = finished.predictions(part, outputs, task, scalings);
      List<Scored> scored = new ArrayList<>();
      for (int k = 0; k < members.size(); k++) {
        Dataset truth = which.apply(members.get(k).replicate().split());
        scored.add(new Scored(said.get(k), Scores.of(said.get(k), truth)));
      }
      return scored;
    }
  }
}
