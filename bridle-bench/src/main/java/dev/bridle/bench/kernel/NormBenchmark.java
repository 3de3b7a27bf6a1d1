package dev.bridle.bench.kernel;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.NativeLibrary;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.concurrent.TimeUnit;
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

/** Norms of kernels {@code [K, units, units]}, along memory and across it. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NormBenchmark {
  /** Units of the layer, and of the one before it. */
  @Param({"64", "256", "1024"})
  int units;

  /** Members of the population. */
  @Param({"1", "8"})
  int members;

  private final Arena arena = new Arena();
  private Tensor kernel;

  /** Makes the kernel. */
  @Setup
  public void setUp() {
    NativeLibrary.useOneThread();
    kernel = arena.zeros(Precision.FLOAT32, members, units, units);
    kernel.fill_(Tensors.constant(1e-3));
  }

  /** Of what each unit receives. */
  @Benchmark
  public long perUnit() {
    return norms(2);
  }

  /** Of what each input sends out. */
  @Benchmark
  public long perInput() {
    return norms(1);
  }

  private long norms(long axis) {
    try (Scope scope = Scope.open()) {
      return Tensors.norm(kernel, axis).numel();
    }
  }

  /** Frees the kernel. */
  @TearDown
  public void tearDown() {
    arena.close();
  }
}
