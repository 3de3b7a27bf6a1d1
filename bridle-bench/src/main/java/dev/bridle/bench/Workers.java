package dev.bridle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The same measurement on several threads at once. */
final class Workers {
  private Workers() {}

  /** Where the threads wait for each other before the clock starts. */
  interface Barrier {
    void await();
  }

  /** What one of the threads does. */
  interface Job<T> {
    T run(int worker, Barrier barrier);
  }

  /** Says that a worker gave up because another one failed, whose own failure is what counts. */
  private static final class Deserted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Deserted(Throwable cause) {
      super("another worker failed", cause);
    }
  }

  /**
   * Runs a job on each of {@code workers} threads; their results, by worker. A failure of one of
   * them ends all that wait for it, and is thrown.
   */
  static <T> List<T> inParallel(int workers, Job<T> job) {
    CyclicBarrier together = new CyclicBarrier(workers);
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int w = 0; w < workers; w++) {
        int worker = w;
        running.add(threads.submit(() -> run(job, worker, together)));
      }
      return collect(running);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> List<T> collect(List<Future<T>> running) throws InterruptedException {
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Future<T> one : running) {
      try {
        results.add(one.get());
      } catch (ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        failures.add(cause instanceof Deserted ? failures.size() : 0, cause);
      }
    }
    if (failures.isEmpty()) {
      return results;
    }
    Throwable first = failures.get(0);
    throw first instanceof RuntimeException cause ? cause : new CompletionException(first);
  }

  private static <T> T run(Job<T> job, int worker, CyclicBarrier together) {
    boolean done = false;
    try {
      T result = job.run(worker, () -> meet(together));
      done = true;
      return result;
    } finally {
      if (!done) {
        close(together);
      }
    }
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (BrokenBarrierException | InterruptedException e) {
      throw new Deserted(e);
    }
  }

  /** Breaks the barrier for those who wait at it, and for those who come later. */
  private static void close(CyclicBarrier together) {
    together.reset();
    try {
      int unused = together.await(0, TimeUnit.SECONDS);
    } catch (TimeoutException | BrokenBarrierException e) {
      return; // broken for good, as it should be
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
