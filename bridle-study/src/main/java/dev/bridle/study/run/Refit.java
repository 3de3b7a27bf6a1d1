package dev.bridle.study.run;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Task;
import dev.bridle.declaration.Kind;
import dev.bridle.diagnostic.Depth;
import dev.bridle.metric.Metric;
import dev.bridle.metric.Predictions;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.plan.Budget;
import dev.bridle.plan.Schedule;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import dev.bridle.study.result.StudyReport.Estimate;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.RandomStream;
import dev.bridle.train.Member;
import dev.bridle.train.Outcome;
import dev.bridle.train.Replicate;
import dev.bridle.train.Trainer;
import dev.bridle.train.TrainingListener;
import dev.bridle.train.TrainingResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The last training: a recipe on train and stopping rows together, under several seeds, of which
 * the one of median score is kept (not the best: that would be luck), and its one look at held-out
 * rows.
 *
 * <p>Early stopping has no rows left to look at, so its median stopping epoch becomes the length.
 */
public final class Refit {
  private static final int SEEDS = 5;
  private static final int RESAMPLES = 2000;

  private final Architecture architecture;
  private final TrainingPlan training;
  private final Metric metric;
  private final ReplicateSource.Refit data;
  private final Key key;
  private final int trainingRows;

  /**
   * A last training.
   *
   * @param architecture of the network, its output layer included
   * @param metric by which the median is found
   * @param seed where all chance comes from
   */
  public Refit(
      Architecture architecture,
      TrainingPlan training,
      Metric metric,
      long seed,
      ReplicateSource source) {
    this.architecture = architecture;
    this.training = training;
    this.metric = metric;
    this.key = Key.of(seed).at("refit");
    this.data = source.refit(key);
    this.trainingRows = source.shape().train();
  }

  /** That of a study. */
  static Refit of(StudyPlan plan, ReplicateSource source) {
    return new Refit(plan.architecture(), plan.training(), plan.metric(), plan.seed(), source);
  }

  /**
   * The refitted network of a recipe, looked into; empty if it diverged under most seeds.
   *
   * @param epochs at which early stopping ended trainings of the recipe, if it has any
   */
  public Optional<TrainingResult> train(Recipe recipe, int... epochs) {
    TrainingPlan length = length(recipe, epochs);
    Recipe rest =
        new Recipe(
            recipe.terms().stream()
                .filter(term -> term.declaration().kind() != Kind.STOPPING)
                .toList());
    List<Member> members = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      members.add(new Member(rest, length, new Replicate(key.at("seed").at(seed), data.split())));
    }
    List<TrainingResult> trained =
        Trainer.train(
            architecture, members, Precision.FLOAT32, TrainingListener.NONE, 1, Depth.FULL);
    List<TrainingResult> finished =
        trained.stream()
            .filter(r -> !(r.outcome() instanceof Outcome.Diverged))
            .sorted(Comparator.comparingDouble(r -> r.test().get(metric)))
            .toList();
    return finished.size() <= SEEDS / 2
        ? Optional.empty()
        : Optional.of(finished.get(finished.size() / 2));
  }

  private TrainingPlan length(Recipe recipe, int... epochs) {
    Optional<Term> stopping =
        recipe.terms().stream().filter(t -> t.declaration().kind() == Kind.STOPPING).findFirst();
    if (stopping.isEmpty()) {
      return training;
    }
    int[] sorted = epochs.clone();
    Arrays.sort(sorted);
    int median = sorted.length == 0 ? 1 : Math.max(1, sorted[sorted.length / 2]);
    return training.withEpochs(median).withSchedule(schedule());
  }

  /** On the course it had in the study, as far as that was gone: counted in epochs, not updates. */
  private Schedule schedule() {
    Budget studied = training.budget(trainingRows);
    int steps = training.budget(data.split().train().size()).stepsPerEpoch();
    long length = Math.round((double) studied.updates() / studied.stepsPerEpoch() * steps);
    int updates = (int) Math.min(Math.max(1, length), TrainingPlan.MAX_COUNT);
    return training.schedule().over(updates);
  }

  /** What was done to a table's rows, for the model file. */
  public Map<String, String> preparation() {
    return data.preparation();
  }

  /** Whether there are rows that nobody has looked at. */
  public boolean hasHeldOut() {
    return heldOut() > 0;
  }

  /** How many rows those are. */
  public int heldOut() {
    return data.heldOut().size();
  }

  /**
   * The headline metric on the held-out rows, with a 95 % interval from resampling the rows
   * (percentile bootstrap).
   */
  public Estimate test(TrainedNetwork network) {
    Dataset rows = data.heldOut();
    Predictions said = network.predict(rows.inputs());
    Dataset truth = targetsOf(rows); // inputs of images are not copied 2,000 times
    RandomStream random = key.at("bootstrap").stream();
    double[] resampled = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      int[] drawn = IntStream.range(0, rows.size()).map(j -> random.nextInt(rows.size())).toArray();
      resampled[i] = metric.of(said.rows(drawn), truth.rows(drawn));
    }
    Arrays.sort(resampled);
    return new Estimate(
        metric.of(said, rows),
        Optional.of(resampled[RESAMPLES / 40]),
        Optional.of(resampled[RESAMPLES - 1 - RESAMPLES / 40]));
  }

  /** The rows with their targets and one input of zeros. */
  private static Dataset targetsOf(Dataset rows) {
    float[] none = new float[rows.size()];
    int[] shape = {1};
    return rows.task() instanceof Task.Classification classes
        ? Dataset.classification(none, shape, rows.labels(), classes.classes())
        : Dataset.regression(none, shape, rows.values(), ((Task.Regression) rows.task()).targets());
  }
}
