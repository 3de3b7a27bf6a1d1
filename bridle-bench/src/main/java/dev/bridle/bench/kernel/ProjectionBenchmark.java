package dev.bridle.bench.kernel;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.constraint.Constraint;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.NativeLibrary;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Projections of kernels {@code [K, units, units]} that are inside the set already. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProjectionBenchmark {
  /** As in a recipe. */
  @Param({
    "max-norm(3)",
    "max-norm(3, scope=per-input)",
    "max-norm(3, scope=whole)",
    "unit-norm",
    "min-max-norm(0, hi=3)",
    "l1-ball(1000)",
    "non-negative",
    "box(-1, hi=1)"
  })
  String constraint = "max-norm(3)";

  /** Units of the layer, and of the one before it. */
  @Param({"64", "256", "1024"})
  int units;

  /** Members of the population. */
  @Param({"1", "8"})
  int members;

  private final Arena arena = new Arena();
  private Constraint projection;
  private Strengths strengths;
  private Weight weight;

  /** Makes the kernel. */
  @Setup
  public void setUp() {
    NativeLibrary.useOneThread();
    Term term = Recipe.parse(constraint).terms().get(0);
    projection = (Constraint) Catalogue.make(term);
    Map<String, PerMember> numbers =
        term.numbers().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, e -> PerMember.same(e.getValue(), members)));
    strengths = new Strengths(numbers, Precision.FLOAT32, arena);
    Tensor value = arena.zeros(Precision.FLOAT32, members, units, units);
    value.fill_(Tensors.constant(1e-3));
    weight = Weight.kernel(value);
  }

  /** One projection of all members. */
  @Benchmark
  public Weight project() {
    try (Scope scope = Scope.open()) {
      projection.project(weight, strengths);
      return weight;
    }
  }

  /** Frees the kernel. */
  @TearDown
  public void tearDown() {
    arena.close();
  }
}
