package dev.bridle.bench;

import dev.bridle.tensor.NativeLibrary;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What the machine can do: floating-point operations in one second, by a large matrix product. */
final class Limit {
  private static final int SIZE = 2048;
  private static final int REPEATS = 7;

  private Limit() {}

  /** The median over several products, all {@code workers} computing at once. */
  static double flopsPerSecond(int workers) {
    double[] perWorker = Workers.inParallel(workers, Limit::measure);
    return Arrays.stream(perWorker).sum();
  }

  private static double measure(Workers.Barrier barrier) {
    NativeLibrary.useOneThread();
    try (Scope scope = Scope.open()) {
      Tensor a = Tensors.empty(Precision.FLOAT32, SIZE, SIZE).fill_(Tensors.constant(0.5));
      Tensor out = Tensors.empty(Precision.FLOAT32, SIZE, SIZE);
      torch.mm_out(out, a, a);
      barrier.await();
      double[] seconds = new double[REPEATS];
      for (int i = 0; i < REPEATS; i++) {
        long start = System.nanoTime();
        torch.mm_out(out, a, a);
        seconds[i] = (System.nanoTime() - start) / 1e9;
      }
      Arrays.sort(seconds);
      return 2.0 * SIZE * SIZE * SIZE / seconds[REPEATS / 2];
    }
  }
}
