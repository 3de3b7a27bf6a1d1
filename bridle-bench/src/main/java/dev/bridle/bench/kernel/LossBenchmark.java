package dev.bridle.bench.kernel;

import dev.bridle.loss.SoftmaxCrossEntropy;
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

/** Softmax cross entropy of ten classes and its gradient, {@code [K, B, 10]}. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LossBenchmark {
  private static final int CLASSES = 10;

  private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
  private final Arena arena = new Arena();

  /** Rows in the batch, B. */
  @Param({"32", "128"})
  int batch;

  /** Members of the population, K. */
  @Param({"1", "8", "64"})
  int members;

  private Tensor outputs;
  private Tensor targets;

  /** Makes the outputs. */
  @Setup
  public void setUp() {
    NativeLibrary.useOneThread();
    outputs = arena.zeros(Precision.FLOAT32, members, batch, CLASSES);
    targets = arena.zeros(Precision.FLOAT32, 1, batch, CLASSES);
    targets.fill_(Tensors.constant(1.0 / CLASSES));
  }

  /** Losses and gradient of one batch. */
  @Benchmark
  public long lossAndGradient() {
    try (Scope scope = Scope.open()) {
      return loss.of(outputs, targets).gradient().numel();
    }
  }

  /** Frees them. */
  @TearDown
  public void tearDown() {
    arena.close();
  }
}
