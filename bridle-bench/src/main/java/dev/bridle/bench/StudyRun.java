package dev.bridle.bench;

import dev.bridle.architecture.Architecture;
import dev.bridle.metric.Metric;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.run.Study;
import dev.bridle.study.run.StudyListener;
import dev.bridle.study.run.StudyPlan;
import dev.bridle.study.run.UnitResult;
import dev.bridle.study.run.UnitStore;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.study.source.TableSource;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TableReader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * A study of a table, as {@code bridle compare --quick} makes it but kept in memory: every recipe
 * on every replicate.
 *
 * @param file a CSV file whose last column is the class
 * @param recipes to compare, none first
 * @param replicates of each recipe
 * @param training how each network is trained
 */
record StudyRun(Path file, List<Recipe> recipes, int replicates, TrainingPlan training) {
  private static final long SEED = 7;

  /** Copies the recipes. */
  StudyRun {
    recipes = List.copyOf(recipes);
  }

  /** Runs the study with two hidden layers of {@code hidden} units on so many threads. */
  StudyCell measure(int hidden, Limits limits) {
    long start = System.nanoTime();
    ReplicateSource source =
        new TableSource(TableReader.of(TableOptions.defaults()).read(file), SEED);
    StudyPlan plan = plan(source, hidden);
    Study study =
        new Study(plan, source, UnitStore.inMemory(), StudyListener.NONE, limits.workers());
    Collection<UnitResult> results = study.run().results().values();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new StudyCell(
        hidden,
        limits.workers(),
        results.size(),
        updates(results, recipe -> recipe.terms().isEmpty()),
        updates(results, recipe -> !recipe.terms().isEmpty()),
        seconds,
        results.stream().mapToDouble(r -> r.score(plan.metric().name())).average().orElse(0),
        limits.flopMicroseconds(workload(source, hidden)));
  }

  private StudyPlan plan(ReplicateSource source, int hidden) {
    String network = String.format(Locale.ROOT, "dense(%d) relu, dense(%d) relu", hidden, hidden);
    return new StudyPlan(
        source.fingerprint(),
        Architecture.parse(network).withOutputs(source.task().outputs()),
        recipes,
        training,
        replicates,
        0,
        Metric.of(source.task()).get(0),
        OptionalDouble.empty(),
        source.claim(),
        SEED);
  }

  private Workload workload(ReplicateSource source, int hidden) {
    ReplicateSource.Shape shape = source.shape();
    int batch = training.budget(shape.train()).batch();
    return Workload.dense(
        source.name(), shape.columns(), hidden, source.task().outputs(), batch, 1);
  }

  private static long updates(Collection<UnitResult> results, Predicate<Recipe> wanted) {
    return results.stream()
        .filter(result -> wanted.test(Recipe.parse(result.unit().recipe())))
        .mapToLong(UnitResult::updates)
        .sum();
  }
}
