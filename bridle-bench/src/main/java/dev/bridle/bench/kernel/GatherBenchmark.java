package dev.bridle.bench.kernel;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.NativeLibrary;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
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

/** Rows of a batch out of 2048, by libtorch's operator: what any gather is held against. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GatherBenchmark {
  private static final int ROWS = 2048;

  /** Numbers in a row. */
  @Param({"64", "784"})
  int features;

  /** Rows in the batch, of all replicates together. */
  @Param({"32", "128", "512"})
  int batch;

  private final Arena arena = new Arena();
  private Tensor rows;
  private Tensor order;
  private Tensor gathered;

  /** Makes the rows and draws an order. */
  @Setup
  public void setUp() {
    NativeLibrary.useOneThread();
    rows = arena.zeros(Precision.FLOAT32, ROWS, features);
    long[] drawn =
        Arrays.stream(Key.of(7).stream().permutation(ROWS)).asLongStream().limit(batch).toArray();
    try (Scope scope = Scope.open()) {
      order = arena.keep(Tensors.of(drawn, batch));
    }
    gathered = arena.zeros(Precision.FLOAT32, batch, features);
  }

  /** One batch. */
  @Benchmark
  public Tensor gather() {
    try (Scope scope = Scope.open()) {
      torch.index_select_out(gathered, rows, 0, order);
      return gathered;
    }
  }

  /** Frees all of it. */
  @TearDown
  public void tearDown() {
    arena.close();
  }
}
