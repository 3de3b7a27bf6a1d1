package dev.bridle.study.path;

import dev.bridle.recipe.Recipe;
import dev.bridle.study.run.Parallel;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.tensor.Key;
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
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Trains a path: all strengths on all replicates, as populations, each on one of as many threads as
 * planned. The result does not depend on how many those are.
 *
 * <p>Replicate r is the same for every strength (rows, first weights, order of batches, noise), and
 * the same as that of {@code bridle train} under the same seed, so that strengths are compared pair
 * by pair.
 */
public final class PathRunner {
  private final PathPlan plan;
  private final ReplicateSource source;
  private final LongConsumer progress;
  private final Map<Unit, PathRun> runs = new ConcurrentHashMap<>();
  private final Map<Integer, Map<String, String>> preparations = new ConcurrentHashMap<>();

  /** One network: which of the plan's recipes, on which replicate. */
  private record Unit(int recipe, int replicate) {}

  private PathRunner(PathPlan plan, ReplicateSource source, LongConsumer progress) {
    this.plan = plan;
    this.source = source;
    this.progress = progress;
  }

  /**
   * Trains a path.
   *
   * @param progress is told, on any thread, of updates of single networks as they are done
   * @return the path, also where trainings diverged
   */
  public static RegularizationPath run(
      PathPlan plan, ReplicateSource source, Load load, LongConsumer progress) {
    PathRunner runner = new PathRunner(plan, source, progress);
    List<List<Unit>> work = new ArrayList<>(load.cut(runner.units(0, 1)));
    work.addAll(load.cut(runner.units(1, plan.recipes().size())));
    Parallel.each(work, load.workers(), runner::train);
    return RegularizationPath.of(source.name(), plan, runner.points());
  }

  /** Strengths of one replicate side by side, since they share data. */
  private List<Unit> units(int from, int to) {
    List<Unit> units = new ArrayList<>();
    for (int replicate = 0; replicate < plan.replicates(); replicate++) {
      for (int recipe = from; recipe < to; recipe++) {
        units.add(new Unit(recipe, replicate));
      }
    }
    return units;
  }

  private void train(List<Unit> units, int threads) {
    Map<Integer, Replicate> replicates = new HashMap<>();
    Map<Integer, List<Unit>> byInputs = new TreeMap<>(); // a replicate may lack a category
    for (Unit unit : units) {
      Replicate one = replicates.computeIfAbsent(unit.replicate(), this::replicate);
      int inputs = one.split().train().features();
      byInputs.computeIfAbsent(inputs, f -> new ArrayList<>()).add(unit);
    }
    byInputs.values().forEach(alike -> trainAlike(alike, replicates, threads));
  }

  private void trainAlike(List<Unit> units, Map<Integer, Replicate> replicates, int threads) {
    List<Member> members = new ArrayList<>();
    for (Unit unit : units) {
      Replicate replicate = replicates.computeIfAbsent(unit.replicate(), this::replicate);
      members.add(new Member(plan.recipes().get(unit.recipe()), plan.training(), replicate));
    }
    List<TrainingResult> results =
        Trainer.train(
            plan.architecture(),
            members,
            Precision.FLOAT32,
            (step, updates, present) -> progress.accept(present),
            threads);
    for (int k = 0; k < units.size(); k++) {
      Map<String, String> preparation =
          preparations.computeIfAbsent(
              units.get(k).replicate(), replicate -> source.preparation(key(replicate)));
      runs.put(units.get(k), PathRun.of(results.get(k), plan.metric(), preparation));
    }
  }

  private Replicate replicate(int number) {
    return new Replicate(key(number), source.split(key(number)));
  }

  private Key key(int replicate) {
    return Key.of(plan.seed()).at("replicate").at(replicate);
  }

  /** The reference, then the strengths. */
  private List<PathPoint> points() {
    List<PathPoint> points = new ArrayList<>();
    List<Recipe> recipes = plan.recipes();
    for (int i = 0; i < recipes.size(); i++) {
      int recipe = i;
      List<PathRun> found =
          IntStream.range(0, plan.replicates())
              .mapToObj(replicate -> runs.get(new Unit(recipe, replicate)))
              .toList();
      double strength = i == 0 ? Double.NaN : plan.sweep().steps().get(i - 1).strength();
      points.add(PathPoint.of(recipes.get(i), strength, found));
    }
    return points;
  }
}
