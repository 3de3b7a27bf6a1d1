package dev.bridle.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * The threads that one training computes with: its own, and helpers for what is large enough to be
 * shared out. Where there are as many populations as cores each has a team of one; a single network
 * may use all cores.
 *
 * <p>What is shared out is cut the same way whatever the size of the team, so results do not depend
 * on it. Opened and closed on the thread that trains; who finds it by {@link #current} is on that
 * thread too.
 */
public final class Team implements AutoCloseable {
  private static final Team SOLO = new Team(1);
  private static final ThreadLocal<Team> CURRENT = ThreadLocal.withInitial(() -> SOLO);

  private final int size;
  private final List<ExecutorService> helpers = new ArrayList<>();

  private Team(int size) {
    this.size = size;
    for (int i = 1; i < size; i++) {
      helpers.add(Executors.newSingleThreadExecutor(Team::daemon));
    }
  }

  /** A team of so many threads, this one among them; close it on this thread. */
  public static Team open(int threads) {
    Team team = threads > 1 ? new Team(threads) : SOLO;
    CURRENT.set(team);
    return team;
  }

  /** The team of the calling thread. */
  public static Team current() {
    return CURRENT.get();
  }

  /** How many threads there are, at least 1. */
  public int size() {
    return size;
  }

  /**
   * Does parts 0 to {@code parts - 1} of a work, part 0 on this thread, and waits for all; parts
   * must not touch the same numbers.
   *
   * @param parts at most {@link #size}
   */
  public void share(int parts, IntConsumer work) {
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < parts; i++) {
      int part = i;
      others.add(helpers.get(i - 1).submit(() -> work.accept(part)));
    }
    try {
      work.accept(0);
    } finally {
      others.forEach(Team::await); // nobody may still write when this returns
    }
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while training", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Runnable alone =
        () -> {
          NativeLibrary.useOneThread();
          work.run();
        };
    Thread thread = new Thread(alone, "bridle-helper");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    CURRENT.remove();
    helpers.forEach(ExecutorService::shutdown);
  }
}
