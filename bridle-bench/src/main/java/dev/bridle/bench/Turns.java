package dev.bridle.bench;

import java.util.concurrent.Semaphore;

/** Two threads of which one works at a time; the first begins. */
final class Turns {
  private static final int FOR_EVER = 1 << 20;

  private final Semaphore[] mayWork = {new Semaphore(1), new Semaphore(0)};

  /** Waits until it is the turn of {@code who}, 0 or 1. */
  void await(int who) {
    mayWork[who].acquireUninterruptibly();
  }

  /** Lets the other work, and waits until it is the turn of {@code who} again. */
  void pass(int who) {
    mayWork[1 - who].release();
    await(who);
  }

  /** Lets the other work from now on without waiting for anybody. */
  void leave(int who) {
    mayWork[1 - who].release(FOR_EVER);
  }
}
