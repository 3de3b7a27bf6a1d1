package dev.bridle.bench.kernel;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.MaskBuffer;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.RandomStream;
import java.util.concurrent.TimeUnit;
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

/** Dropout's factors: random bits, and their comparison with every member's rate. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MaskBenchmark {
  private static final int BATCH = 32;

  /** Units of the layer whose activations are masked. */
  @Param({"64", "256", "1024"})
  int units;

  /** Members of the population. */
  @Param({"1", "8"})
  int members;

  private final Arena arena = new Arena();
  private MaskBuffer masks;
  private RandomStream stream;
  private int[] bits;

  /** Makes the buffers. */
  @Setup
  public void setUp() {
    masks = new MaskBuffer(arena, Precision.FLOAT32, members, BATCH * units);
    stream = Key.of(7).stream();
    bits = new int[BATCH * units];
    masks.draw(stream);
  }

  /** 32 random bits for each number. */
  @Benchmark
  public int[] bits() {
    stream.bits(bits, bits.length);
    return bits;
  }

  /** The factors of all members from bits that are there. */
  @Benchmark
  public MaskBuffer threshold() {
    for (int k = 0; k < members; k++) {
      masks.mask(k, 0.5 - k * 1e-3);
    }
    return masks;
  }

  /** Frees the buffers. */
  @TearDown
  public void tearDown() {
    arena.close();
  }
}
