package dev.bridle.plan;

import dev.bridle.declaration.Range;
import dev.bridle.recipe.Numbers;
import dev.bridle.text.TextScanner;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How learning rates change over a training: by a factor that all members have in common, so that
 * the rate of member k at update t is \( \eta_k f(t) \).
 *
 * <p>As text: {@code constant}, {@code step(0.1, every=10)}, {@code cosine}, {@code cosine(1200)};
 * a plan writes {@code schedule cosine, warm-up 100}. Factors change from update to update, not
 * from epoch to epoch, and everything that follows the rate follows them: decoupled decay, proximal
 * thresholds. Velocities do not contain the rate, as in PyTorch, so that a lower rate slows them at
 * once; Keras's momentum keeps steps taken at the old one.
 */
public sealed interface Schedule {
  /**
   * By what the learning rates are multiplied.
   *
   * @param update how many updates were done before, at least 0
   * @param budget how much the training does
   * @return a number in [0, 1]
   */
  double factor(long update, Budget budget);

  /** The rates of the plan, all the way. */
  static Schedule constant() {
    return new Constant();
  }

  /** The same on a course of {@code updates} updates, where its course is that of the training. */
  default Schedule over(int updates) {
    return this;
  }

  /** The same after a warm-up of so many updates; of 0 for none. */
  default Schedule warmedUp(int updates) {
    return updates == 0 ? this : new WarmUp(updates, this);
  }

  /** As items of a plan: {@code , schedule cosine}. */
  default String items() {
    return ", schedule " + this;
  }

  /**
   * Reads one without a warm-up.
   *
   * @throws dev.bridle.text.TextException if the text is wrong, with the position and what is
   *     allowed
   */
  static Schedule parse(String text) {
    TextScanner scanner = new TextScanner("schedule", text);
    Schedule schedule = ScheduleReader.read(scanner);
    if (!scanner.atEnd()) {
      throw scanner.unexpected("the end of the text");
    }
    return schedule;
  }

  /** The factor 1. */
  record Constant() implements Schedule {
    @Override
    public double factor(long update, Budget budget) {
      return 1;
    }

    @Override
    public String items() {
      return "";
    }

    @Override
    public String toString() {
      return "constant";
    }
  }

  /**
   * Steps down: \( f(t) = a^{\lfloor e(t) / n \rfloor} \), with \( e(t) \) the epochs done before
   * update t. As PyTorch's {@code StepLR(step_size=n, gamma=a)} stepped once an epoch.
   *
   * @param share what is left after each step, a in (0, 1]
   * @param every epochs between steps, n, at least 1
   */
  record Steps(double share, int every) implements Schedule {
    static final Range SHARE = new Range(0, false, 1, true);

    /** Checks both numbers. */
    public Steps {
      SHARE.check("step", share);
      checkCount("every", every);
    }

    @Override
    public double factor(long update, Budget budget) {
      long epoch = update / budget.stepsPerEpoch();
      long steps = epoch / every;
      return Math.pow(share, (double) steps);
    }

    @Override
    public String toString() {
      return "step(" + Numbers.print(share) + ", every=" + every + ")";
    }
  }

  /**
   * Half a cosine down to 0: \( f(t) = \frac12 (1 + \cos(\pi t / T)) \), with T the updates of the
   * training, or those given; 0 after them. Loshchilov and Hutter, ICLR 2017, equation 5, with one
   * period, without restarts and a floor of 0; as PyTorch's {@code CosineAnnealingLR} stepped once
   * an update and Keras's {@code CosineDecay}.
   *
   * @param updates T, where it is not the length of the training; at least 1
   */
  record Cosine(OptionalInt updates) implements Schedule {
    /** Checks the length. */
    public Cosine {
      updates.ifPresent(n -> checkCount("cosine", n));
    }

    @Override
    public double factor(long update, Budget budget) {
      double course = updates.orElse(budget.updates());
      return update >= course ? 0 : (1 + Math.cos(Math.PI * update / course)) / 2;
    }

    @Override
    public Schedule over(int length) {
      return updates.isPresent() ? this : new Cosine(OptionalInt.of(length));
    }

    @Override
    public String toString() {
      return updates.isPresent() ? "cosine(" + updates.getAsInt() + ")" : "cosine";
    }
  }

  /**
   * A linear start: the factor of another schedule times \( \min(1, (t + 1) / n) \), so that the
   * first update moves and the n-th has the full rate. Goyal et al., <em>Accurate, large minibatch
   * SGD</em>, arXiv 1706.02677, 2017, section 2.2, gradual warm-up. Both are counted from the first
   * update, as there; Hugging Face's schedules begin after the warm-up, and their first update has
   * rate 0.
   *
   * @param updates n, at least 1
   * @param schedule the other, itself without a warm-up
   */
  record WarmUp(int updates, Schedule schedule) implements Schedule {
    /** Checks the length, and that there is one warm-up. */
    public WarmUp {
      checkCount("warm-up", updates);
      if (schedule instanceof WarmUp) {
        throw new IllegalArgumentException(schedule + ": expected a schedule without a warm-up");
      }
    }

    @Override
    public double factor(long update, Budget budget) {
      double rest = schedule.factor(update, budget);
      return update + 1 >= updates ? rest : rest * (update + 1) / updates;
    }

    @Override
    public Schedule over(int length) {
      return new WarmUp(updates, schedule.over(length));
    }

    @Override
    public String items() {
      return schedule.items() + ", warm-up " + updates;
    }

    @Override
    public String toString() {
      return schedule + ", warm-up " + updates;
    }
  }

  private static void checkCount(String name, int count) {
    if (!(count >= 1 && count <= TrainingPlan.MAX_COUNT)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s = %d: expected a whole number from 1 to %,d",
              name,
              count,
              TrainingPlan.MAX_COUNT));
    }
  }
}
