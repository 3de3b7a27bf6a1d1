package dev.bridle.bench;

import dev.bridle.tensor.NativeLibrary;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What the machine can do with so many workers busy at once.
 *
 * @param workers threads that compute at the same time
 * @param flopsPerSecond floating-point operations in one second, of all workers together, by
 *     products of large matrices
 * @param bytesPerSecond bytes in one second, read and written, by copies that no cache can hold
 */
record Limits(int workers, double flopsPerSecond, double bytesPerSecond) {
  private static final int SIZE = 2048;
  private static final int COPIED = 64 << 20; // numbers: 256 MB for each worker
  private static final int REPEATS = 9;

  /** Measures both, a few seconds. */
  static Limits measure(int workers) {
    double product = 2.0 * SIZE * SIZE * SIZE;
    double copy = 2.0 * Float.BYTES * COPIED;
    return new Limits(
        workers,
        perSecond(product, Workers.inParallel(workers, (w, barrier) -> products(barrier))),
        perSecond(copy, Workers.inParallel(workers, (w, barrier) -> copies(barrier))));
  }

  /** What all workers do together, if each does {@code amount} in its own time. */
  static double perSecond(double amount, List<Double> seconds) {
    return seconds.stream().mapToDouble(s -> amount / s).sum();
  }

  private static double products(Workers.Barrier barrier) {
    NativeLibrary.useOneThread();
    try (Scope scope = Scope.open()) {
      Tensor a = Tensors.empty(Precision.FLOAT32, SIZE, SIZE).fill_(Tensors.constant(0.5));
      Tensor out = Tensors.empty(Precision.FLOAT32, SIZE, SIZE);
      return seconds(barrier, () -> torch.mm_out(out, a, a));
    }
  }

  private static double copies(Workers.Barrier barrier) {
    NativeLibrary.useOneThread();
    try (Scope scope = Scope.open()) {
      Tensor from = Tensors.empty(Precision.FLOAT32, COPIED).fill_(Tensors.constant(0.5));
      Tensor to = Tensors.empty(Precision.FLOAT32, COPIED);
      return seconds(barrier, () -> to.copy_(from));
    }
  }

  private static double seconds(Workers.Barrier barrier, Runnable work) {
    work.run();
    barrier.await();
    double[] seconds = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      work.run();
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    return Spread.range(seconds).median();
  }

  /** The least time, in microseconds, that the operations of one step take. */
  double flopMicroseconds(Workload workload) {
    return workload.flops() / flopsPerSecond * 1e6;
  }

  /**
   * The time, in microseconds, that the weights of one step take if they come from memory each
   * time. A population that stays in a core's cache goes below it.
   */
  double trafficMicroseconds(Workload workload) {
    return workload.bytes() / bytesPerSecond * 1e6;
  }

  Map<String, Object> json() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("workers", workers);
    map.put("gigaflops", Figures.rounded(flopsPerSecond / 1e9));
    map.put("gigabytesPerSecond", Figures.rounded(bytesPerSecond / 1e9));
    return map;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d worker%s: %.0f GFLOP/s, %.1f GB/s",
        workers,
        workers == 1 ? "" : "s",
        flopsPerSecond / 1e9,
        bytesPerSecond / 1e9);
  }
}
