package dev.bridle.bench.kernel;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import dev.bridle.train.Member;
import dev.bridle.train.Replicate;
import dev.bridle.train.Trainer;
import dev.bridle.train.TrainingListener;
import dev.bridle.train.TrainingResult;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Updates by each rule, as whole steps of a linear network with a batch of one row: next to nothing
 * but the update passes over the weights.
 */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class UpdateBenchmark {
  private static final int UPDATES = 2000;
  private static final int CLASSES = 10;
  private static final int ROWS = 64;

  /** As in a plan. */
  @Param({
    "sgd(0.01)",
    "momentum(0.01)",
    "nesterov(0.01)",
    "adam(1e-3)",
    "adamw(1e-3)",
    "amsgrad(1e-3)",
    "rmsprop(1e-3)",
    "adagrad(0.01)"
  })
  String rule = "momentum(0.01)";

  /** Numbers in a row; ten times as many weights. */
  @Param({"1024", "8192"})
  int features;

  /** Members of the population. */
  @Param({"1", "8"})
  int members;

  private List<Member> population;

  /** Draws the rows. */
  @Setup
  public void setUp() {
    Split split = new Split(rows(ROWS), rows(0), rows(0));
    TrainingPlan plan = TrainingPlan.parse(rule + ", batch 1, unscaled, updates " + UPDATES);
    Member member = new Member(Recipe.none(), plan, Replicate.of(7, 0, split));
    population = IntStream.range(0, members).mapToObj(k -> member).toList();
  }

  private Dataset rows(int count) {
    int[] labels = IntStream.range(0, count).map(i -> i % CLASSES).toArray();
    List<String> classes = IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
    return Dataset.classification(
        new float[count * features], new int[] {features}, labels, classes);
  }

  /** One step of all members. */
  @Benchmark
  @OperationsPerInvocation(UPDATES)
  public List<TrainingResult> step() {
    return Trainer.train(
        Architecture.parse("dense(" + CLASSES + ")"),
        population,
        Precision.FLOAT32,
        TrainingListener.NONE);
  }
}
