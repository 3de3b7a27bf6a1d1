package dev.bridle.cli;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.data.Task;
import dev.bridle.metric.Metric;
import dev.bridle.plan.Budget;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Key;
import dev.bridle.train.Replicate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be trained: every arm on every replicate.
 *
 * @param data where the rows of each replicate are drawn from
 * @param rows one row of them, for names and shapes
 * @param arms the recipes; one without any regularizer comes first
 * @param plan how each is trained
 * @param seed what all chance is a function of
 * @param replicates how many draws of chance each arm is trained on
 */
record Experiment(
    Generator data, Dataset rows, List<Arm> arms, TrainingPlan plan, long seed, int replicates) {
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
    CommandException.orEnd(ExitCode.USAGE, () -> plan.budget(data.sizes().train()));
  }

  /** All that a recipe stands for, and the baseline before it. */
  static Experiment of(
      Generator data,
      Architecture architecture,
      Recipe recipe,
      TrainingPlan plan,
      long seed,
      int replicates) {
    Dataset rows = data.draw(1, Key.of(seed));
    List<Arm> arms = new ArrayList<>();
    if (!recipe.terms().isEmpty()) {
      arms.add(Arm.of(Recipe.none(), architecture, plan, rows));
    }
    recipe.expand().forEach(one -> arms.add(Arm.of(one, architecture, plan, rows)));
    return new Experiment(data, rows, arms, plan, seed, replicates);
  }

  /** Where the rows of a replicate are drawn from. */
  private static Key rows(long seed, int replicate) {
    return Key.of(seed).at("replicate").at(replicate).at("data");
  }

  /** Where the rows come from that the first replicate is trained on. */
  static Key firstTrainingRows(long seed) {
    return rows(seed, 0).at("train");
  }

  /** Replicate {@code number}, with rows of its own, counted from 0. */
  Replicate replicate(int number) {
    return Replicate.of(seed, number, data.split(rows(seed, number)));
  }

  /** Batch and updates of one training. */
  Budget budget() {
    return plan.budget(data.sizes().train());
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
