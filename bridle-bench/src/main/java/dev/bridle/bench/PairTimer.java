package dev.bridle.bench;

import java.util.List;

/**
 * Times two trainings against each other: they take turns, a window each, so that whatever disturbs
 * the machine disturbs both.
 *
 * <p>One worker. Each window of the second is divided by the window of the first before it.
 */
final class PairTimer {
  private static final int PAIRS = 15;
  private static final int WARM = 2;
  private static final int FIRST = 16;
  private static final int FEWEST = 3;

  private final Subject first;
  private final Subject second;
  private final double seconds;

  /**
   * A timer.
   *
   * @param seconds how long all windows of both together take, roughly
   */
  PairTimer(Subject first, Subject second, double seconds) {
    this.first = first;
    this.second = second;
    this.seconds = seconds;
  }

  /** How many times the second costs what the first does, over the pairs of windows. */
  Paired measure() {
    double rough = nanosPerPair(FIRST, FIRST);
    int warm = Math.max(FIRST, steps(seconds / 2, rough));
    int window = steps(seconds / PAIRS, nanosPerPair(warm, warm));
    Turns turns = new Turns();
    List<double[]> nanos =
        Workers.inParallel(2, (who, barrier) -> windows(who, barrier, turns, window));
    double perNetwork = 1e-3 / window / first.members();
    return Paired.of(scaled(nanos.get(0), perNetwork), scaled(nanos.get(1), perNetwork));
  }

  private double nanosPerPair(int ofFirst, int ofSecond) {
    return first.nanosPerStep(ofFirst) + second.nanosPerStep(ofSecond);
  }

  private static int steps(double seconds, double nanosPerPair) {
    return (int) Math.max(FEWEST, Math.min(seconds * 1e9 / nanosPerPair, 1_000_000));
  }

  private static double[] scaled(double[] values, double factor) {
    double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  /**
   * The windows of one of the two. A last one is not counted: whoever finishes first does what
   * comes after a training while the other is in it.
   */
  private double[] windows(int who, Workers.Barrier barrier, Turns turns, int window) {
    Subject subject = who == 0 ? first : second;
    double[] nanos = new double[PAIRS];
    long[] start = new long[1];
    try {
      subject.train(
          (WARM + PAIRS + 1) * window + 1,
          (step, updates, present) -> {
            if (step == 1) { // set up: from here on one of the two at a time
              barrier.await();
              turns.await(who);
              start[0] = System.nanoTime();
            } else if ((step - 1) % window == 0) {
              int ended = (step - 1) / window - 1 - WARM;
              if (ended >= 0 && ended < PAIRS) {
                nanos[ended] = System.nanoTime() - start[0];
              }
              if (step < updates) {
                turns.pass(who);
                start[0] = System.nanoTime();
              }
            }
          });
      return nanos;
    } finally {
      turns.leave(who);
    }
  }
}
