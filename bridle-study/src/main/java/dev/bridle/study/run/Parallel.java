package dev.bridle.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ObjIntConsumer;

/** Populations trained side by side where nothing is kept of what is not finished. */
public final class Parallel {
  private Parallel() {}

  /**
   * Trains all of them; returns when all is done, or the first has failed.
   *
   * @param train what is done with one, and how many threads it may use
   */
  public static <P> void each(List<P> populations, int threads, ObjIntConsumer<P> train) {
    int workers = Math.min(threads, populations.size());
    ExecutorService pool = Executors.newFixedThreadPool(workers, Parallel::daemon);
    try {
      List<Future<?>> futures = new ArrayList<>();
      int each = Math.max(1, threads / populations.size()); // idle cores help with what is large
      populations.forEach(one -> futures.add(pool.submit(() -> train.accept(one, each))));
      futures.forEach(Parallel::await);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while training", e);
    }
  }

  /** Threads that do not keep the process alive after an error. */
  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "bridle-training");
    thread.setDaemon(true);
    return thread;
  }
}
