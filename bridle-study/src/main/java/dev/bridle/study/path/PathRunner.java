package dev.bridle.study.path;

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

  /** One network: which strength, the weakest 0, on which replicate. */
  private record Unit(int step, int replicate) {}

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
    Parallel.each(load.cut(runner.units()), load.workers(), runner::train);
    return RegularizationPath.of(source.name(), plan, runner.points());
  }

  /** Strengths of one replicate side by side, since they share data. */
  private List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    for (int replicate = 0; replicate < plan.replicates(); replicate++) {
      for (int step = 0; step < plan.sweep().steps().size(); step++) {
        units.add(new Unit(step, replicate));
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
      members.add(
          new Member(plan.sweep().steps().get(unit.step()).recipe(), plan.training(), replicate));
    }
    List<TrainingResult> results =
        Trainer.train(
            plan.architecture(),
            members,
            Precision.FLOAT32,
            (step, updates, present) -> progress.accept(present),
            threads);
    for (int k = 0; k < units.size(); k++) {
      runs.put(units.get(k), PathRun.of(results.get(k), plan.metric()));
    }
  }

  private Replicate replicate(int number) {
    Key key = Key.of(plan.seed()).at("replicate").at(number);
    return new Replicate(key, source.split(key));
  }

  private List<PathPoint> points() {
    List<PathPoint> points = new ArrayList<>();
    for (int i = 0; i < plan.sweep().steps().size(); i++) {
      int step = i;
      List<PathRun> found =
          IntStream.range(0, plan.replicates()).mapToObj(r -> runs.get(new Unit(step, r))).toList();
      points.add(PathPoint.of(plan.sweep().steps().get(i), found));
    }
    return points;
  }
}
