package dev.bridle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/** The same measurement on several threads at once. */
final class Workers {
  private Workers() {}

  /** Where the threads wait for each other before the clock starts. */
  interface Barrier {
    void await();
  }

  static double[] inParallel(int workers, ToDoubleFunction<Barrier> measurement) {
    CyclicBarrier together = new CyclicBarrier(workers);
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Future<Double>> running = new ArrayList<>();
      for (int w = 0; w < workers; w++) {
        running.add(threads.submit(() -> measurement.applyAsDouble(() -> meet(together))));
      }
      double[] results = new double[workers];
      for (int w = 0; w < workers; w++) {
        results[w] = running.get(w).get();
      }
      return results;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("a worker failed: " + e.getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (BrokenBarrierException | InterruptedException e) {
      throw new IllegalStateException("another worker failed", e);
    }
  }
}
