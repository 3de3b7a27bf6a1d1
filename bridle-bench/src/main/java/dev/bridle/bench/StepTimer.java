package dev.bridle.bench;

import java.util.List;

/**
 * Times the steps of a training from the outside.
 *
 * <p>Two trainings of all workers at once first estimate the step and warm up; both workers then
 * make the same number of steps in each window, and one window more, so that nobody is timed while
 * another worker has finished. A window of all workers is as fast as they are together.
 */
final class StepTimer {
  private static final int WINDOWS = 9;
  private static final int FIRST = 16;
  private static final int FEWEST = 3;

  private final Subject subject;
  private final int workers;
  private final double seconds;

  /**
   * A timer.
   *
   * @param workers threads that train at once, a population each
   * @param seconds how long all windows together take, roughly
   */
  StepTimer(Subject subject, int workers, double seconds) {
    this.subject = subject;
    this.workers = workers;
    this.seconds = seconds;
  }

  /** Microseconds for one step of one network, all workers counted together, over the windows. */
  Spread microseconds() {
    double rough = nanosPerStep(FIRST);
    double exact = nanosPerStep(Math.max(FIRST, steps(seconds / 2, rough)));
    int window = window(steps(seconds / WINDOWS, exact), subject.stepsPerEpoch());
    List<double[]> nanos = Workers.inParallel(workers, (w, barrier) -> windows(window, barrier));
    return Spread.range(together(nanos, subject.members()));
  }

  private double nanosPerStep(int updates) {
    return Workers.inParallel(workers, (w, barrier) -> subject.nanosPerStep(updates)).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  private static int steps(double seconds, double nanosPerStep) {
    return (int) Math.max(FEWEST, Math.min(seconds * 1e9 / nanosPerStep, 10_000_000));
  }

  /**
   * Whole epochs where a window has more than one: what ends an epoch then counts in each alike.
   */
  static int window(int steps, int stepsPerEpoch) {
    return steps <= stepsPerEpoch
        ? steps
        : Math.round((float) steps / stepsPerEpoch) * stepsPerEpoch;
  }

  /** Nanoseconds for one step of one worker's population, in each window. */
  private double[] windows(int window, Workers.Barrier barrier) {
    long[] times = new long[WINDOWS + 1];
    subject.train(
        (WINDOWS + 2) * window,
        (step, updates, present) -> {
          if (step == window) {
            barrier.await();
          }
          int ended = step / window - 1;
          if (step % window == 0 && ended <= WINDOWS) {
            times[ended] = System.nanoTime();
          }
        });
    double[] nanos = new double[WINDOWS];
    for (int i = 0; i < WINDOWS; i++) {
      nanos[i] = (times[i + 1] - times[i]) / (double) window;
    }
    return nanos;
  }

  /**
   * Microseconds for one step of one network, by window.
   *
   * @param nanos of a step of all members, for each worker and window
   */
  static double[] together(List<double[]> nanos, int members) {
    double[] micros = new double[nanos.get(0).length];
    for (int i = 0; i < micros.length; i++) {
      double stepsPerNano = 0;
      for (double[] worker : nanos) {
        stepsPerNano += 1 / worker[i];
      }
      micros[i] = 1e-3 / stepsPerNano / members;
    }
    return micros;
  }
}
