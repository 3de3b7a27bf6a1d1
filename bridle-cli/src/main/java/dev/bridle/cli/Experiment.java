package dev.bridle.cli;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.data.Task;
import dev.bridle.metric.Metric;
import dev.bridle.plan.Budget;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.tensor.Key;
import dev.bridle.train.Replicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is to be trained: every arm on every replicate.
 *
 * @param data where the rows of each replicate are drawn from
 * @param rows some of them, for names and shapes
 * @param arms the recipes; one without any regularizer comes first
 * @param plan how each is trained
 * @param seed what all chance is a function of
 * @param replicates how many draws of chance each arm is trained on
 */
record Experiment(
    ReplicateSource data,
    Dataset rows,
    List<Arm> arms,
    TrainingPlan plan,
    long seed,
    int replicates) {
  /** The most networks of one run. */
  static final int MOST_NETWORKS = 100_000;

  /** Copies the arms, and checks that they are not too many and the plan not too long. */
  Experiment {
    arms = List.copyOf(arms);
    long networks = (long) arms.size() * replicates;
    if (networks > MOST_NETWORKS) {
      throw new CommandException(
          ExitCode.USAGE, Figures.refusedCount("networks in all", networks, 1, MOST_NETWORKS));
    }
    CommandException.orEnd(ExitCode.USAGE, () -> plan.budget(data.shape().train()));
  }

  /** All that a recipe stands for, and the baseline before it. */
  static Experiment of(
      ReplicateSource data,
      Architecture architecture,
      Recipe recipe,
      TrainingPlan plan,
      long seed,
      int replicates) {
    Dataset rows = data.split(key(seed, 0)).validation();
    List<Arm> arms = new ArrayList<>();
    if (!recipe.terms().isEmpty()) {
      arms.add(Arm.of(Recipe.none(), architecture, plan, rows));
    }
    recipe.expand().forEach(one -> arms.add(Arm.of(one, architecture, plan, rows)));
    return new Experiment(data, rows, arms, planFor(data, plan), seed, replicates);
  }

  /** Recipes without a baseline before them. */
  static Experiment ofAll(
      ReplicateSource data,
      Architecture architecture,
      List<Recipe> recipes,
      TrainingPlan plan,
      long seed,
      int replicates) {
    Dataset rows = data.split(key(seed, 0)).validation();
    List<Arm> arms = recipes.stream().map(one -> Arm.of(one, architecture, plan, rows)).toList();
    return new Experiment(data, rows, arms, planFor(data, plan), seed, replicates);
  }

  /** The plan for data of a source: those that come prepared are not scaled once more. */
  static TrainingPlan planFor(ReplicateSource source, TrainingPlan plan) {
    return source.standardize() ? plan : plan.unscaled();
  }

  /** Where the chance of a replicate comes from. */
  private static Key key(long seed, int replicate) {
    return Key.of(seed).at("replicate").at(replicate);
  }

  /** Where the rows come from that the first replicate of made-up data is trained on. */
  static Key firstTrainingRows(long seed) {
    return key(seed, 0).at("data").at("train");
  }

  /** Replicate {@code number}, with rows of its own, counted from 0. */
  Replicate replicate(int number) {
    return new Replicate(key(seed, number), data.split(key(seed, number)));
  }

  /** What was done to the rows of the network that is kept, for its file. */
  Map<String, String> preparation() {
    return data.preparation(key(seed, 0));
  }

  /** How many rows train, stop and score a replicate. */
  Generator.Sizes sizes() {
    ReplicateSource.Shape shape = data.shape();
    return new Generator.Sizes(shape.train(), shape.stop(), shape.score());
  }

  /** Batch and updates of one training. */
  Budget budget() {
    return plan.budget(data.shape().train());
  }

  /** What is asked of the networks. */
  Task task() {
    return rows.task();
  }

  /** The metric that recipes are compared by. */
  Metric headline() {
    return Metric.of(task()).get(0);
  }

  /** The network that is kept: that of the last recipe on the first replicate. */
  Unit kept() {
    return new Unit(arms.size() - 1, 0);
  }

  /** How many networks are trained. */
  int networks() {
    return arms.size() * replicates;
  }

  /** Updates of all networks together. */
  long updates() {
    return (long) networks() * budget().updates();
  }
}
