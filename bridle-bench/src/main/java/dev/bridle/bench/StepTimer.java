package dev.bridle.bench;

import dev.bridle.tensor.Precision;
import dev.bridle.train.Member;
import dev.bridle.train.Trainer;
import dev.bridle.train.TrainingListener;
import java.util.Arrays;
import java.util.List;

/**
 * Times the steps of a training from the outside: what a user's training costs, batches gathered
 * and losses kept.
 *
 * <p>A first short training estimates the step; a second one warms up, waits for the other workers
 * and is timed in windows, of which the median counts.
 */
final class StepTimer {
  private static final int WINDOWS = 9;
  private static final int FIRST = 60;

  private final Workload workload;
  private final int members;
  private final boolean regularized;
  private final String rule;
  private final double seconds;

  StepTimer(Workload workload, int members, boolean regularized, String rule, double seconds) {
    this.workload = workload;
    this.members = members;
    this.regularized = regularized;
    this.rule = rule;
    this.seconds = seconds;
  }

  /** Microseconds for each step of each model, all workers counted together. */
  double microseconds(int workers) {
    double[] nanos = Workers.inParallel(workers, this::median);
    double stepsPerSecond = Arrays.stream(nanos).map(n -> 1e9 / n).sum();
    return 1e6 / stepsPerSecond / members;
  }

  private double median(Workers.Barrier barrier) {
    long start = System.nanoTime();
    train(FIRST, TrainingListener.NONE);
    double nanosPerStep = (System.nanoTime() - start) / (double) FIRST;
    int window = (int) Math.max(3, seconds * 1e9 / WINDOWS / nanosPerStep);
    int warm = 2 * window;
    long[] times = new long[WINDOWS + 1];
    train(
        warm + WINDOWS * window,
        (step, updates, present) -> {
          if (step == warm) {
            barrier.await();
          }
          if (step >= warm && (step - warm) % window == 0) {
            times[(step - warm) / window] = System.nanoTime();
          }
        });
    double[] windows = new double[WINDOWS];
    for (int i = 0; i < WINDOWS; i++) {
      windows[i] = (times[i + 1] - times[i]) / (double) window;
    }
    Arrays.sort(windows);
    return windows[WINDOWS / 2];
  }

  private void train(int updates, TrainingListener listener) {
    List<Member> population = workload.members(members, regularized, rule, updates);
    Trainer.train(workload.architecture(), population, Precision.FLOAT32, listener);
  }
}
