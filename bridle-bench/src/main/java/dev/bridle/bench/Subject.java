package dev.bridle.bench;

import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import dev.bridle.train.Member;
import dev.bridle.train.Outcome;
import dev.bridle.train.Replicate;
import dev.bridle.train.Trainer;
import dev.bridle.train.TrainingListener;
import dev.bridle.train.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A population whose training is timed, through the path that every user's training takes: batches
 * gathered, losses computed and kept.
 *
 * @param workload network and batch
 * @param rule the update rule, as in a plan: {@code momentum(0.01)}
 * @param recipes how the members are restrained, one recipe each
 * @param replicates on how many draws of chance the members are spread; those of one share batches
 */
record Subject(Workload workload, String rule, List<Recipe> recipes, int replicates) {
  private static final long SEED = 7;

  /** Copies the recipes, and checks that there is at least one member and one replicate. */
  Subject {
    recipes = List.copyOf(recipes);
    if (recipes.isEmpty() || replicates < 1) {
      throw new IllegalArgumentException(
          "members, replicates = "
              + recipes.size()
              + ", "
              + replicates
              + ": expected at least 1 of each");
    }
  }

  /** How many members there are, K. */
  int members() {
    return recipes.size();
  }

  /** Steps in one epoch. */
  int stepsPerEpoch() {
    return Workload.ROWS / workload.batch();
  }

  /**
   * Trains for so many updates.
   *
   * @throws IllegalStateException if a network diverges: it leaves, and what is timed is not what
   *     was asked
   */
  void train(int updates, TrainingListener listener) {
    TrainingPlan plan =
        TrainingPlan.parse(
            String.format(
                Locale.ROOT, "%s, batch %d, updates %d", rule, workload.batch(), updates));
    List<Member> population = new ArrayList<>();
    for (int k = 0; k < members(); k++) {
      Replicate replicate = Replicate.of(SEED, k % replicates, workload.split());
      population.add(new Member(recipes.get(k), plan, replicate));
    }
    List<TrainingResult> results =
        Trainer.train(workload.architecture(), population, Precision.FLOAT32, listener);
    requireAll(results);
  }

  private void requireAll(List<TrainingResult> results) {
    long diverged = results.stream().filter(r -> r.outcome() instanceof Outcome.Diverged).count();
    if (diverged > 0) {
      throw new IllegalStateException(
          workload.name()
              + ", "
              + rule
              + ", "
              + recipes.get(0)
              + ": "
              + diverged
              + " of "
              + members()
              + " networks diverged, so that fewer were timed; a lower learning rate keeps them");
    }
  }

  /** Nanoseconds of one step of all members, from the second half of a training. */
  double nanosPerStep(int updates) {
    int half = updates / 2;
    long[] at = new long[2];
    train(
        updates,
        (step, all, present) -> {
          if (step == half) {
            at[0] = System.nanoTime();
          } else if (step == updates) {
            at[1] = System.nanoTime();
          }
        });
    return (at[1] - at[0]) / (double) (updates - half);
  }
}
