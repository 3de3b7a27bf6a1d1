package dev.bridle.train;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Scaling;
import dev.bridle.data.Split;
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

  /** Trains one network in single precision. */
  public static TrainingResult train(
      Architecture architecture, Recipe recipe, TrainingPlan plan, Split data, long seed) {
    Member member = new Member(recipe, plan, Replicate.of(seed, 0, data));
    return train(architecture, List.of(member), Precision.FLOAT32, TrainingListener.NONE).get(0);
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
    try (Team team = Team.open(threads)) {
      return together(architecture, members, precision, listener);
    }
  }

  private static List<TrainingResult> together(
      Architecture architecture,
      List<Member> members,
      Precision precision,
      TrainingListener listener) {
    NativeLibrary.useOneThread();
    requireOneStructure(members);
    Member first = members.get(0);
    Dataset train = first.replicate().split().train();
    if (train.size() == 0) {
      throw new IllegalArgumentException("training part: 0 rows, expected at least 1");
    }
    CompiledNetwork compiled =
        CompiledNetwork.compile(
            architecture, first.recipe(), Shape.of(train.inputShape()), train.task().outputs());
    compiled.requireFits(train.task());
    try (Scope scope = Scope.open();
        Training training = new Training(compiled, members, precision, listener)) {
      training.run();
      return results(training, members, precision);
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
      Training training, List<Member> members, Precision precision) {
    try (Finished finished = new Finished(training, members)) {
      List<Ledger> ledgers = finished.ledgers();
      List<Scored> train = score(finished, training, members, training.train(), Split::train);
      List<Scored> validation =
          score(finished, training, members, training.validation(), Split::validation);
      List<Scored> test = score(finished, training, members, training.test(), Split::test);
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
                test.get(k).predictions()));
      }
      return results;
    }
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
        train.featureNames(),
        training.scaling(member.replicate()),
        training.finals().row(k),
        precision);
  }

  /** What a member says about a part, and how good that is. */
  private record Scored(Predictions predictions, Scores scores) {}

  private static List<Scored> score(
      Finished finished,
      Training training,
      List<Member> members,
      Part part,
      Function<Split, Dataset> which) {
    double[][] outputs = finished.outputs(part);
    List<Scored> scored = new ArrayList<>();
    for (int k = 0; k < members.size(); k++) {
      Dataset truth = which.apply(members.get(k).replicate().split());
      Scaling scaling = training.scaling(members.get(k).replicate());
      Predictions said = Predictions.ofOutputs(truth.task(), outputs[k], scaling);
      scored.add(new Scored(said, Scores.of(said, truth)));
    }
    return scored;
  }
}
