package dev.bridle.plan;

import dev.bridle.data.Task;
import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Kind;
import dev.bridle.loss.Loss;
import dev.bridle.population.Initial;
import dev.bridle.recipe.Numbers;
import dev.bridle.recipe.Term;
import dev.bridle.text.TextScanner;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;

/**
 * How a network is trained: update rule, batch, length, the course of the learning rate, how its
 * weights are drawn, which loss is minimised, and whether inputs are standardised.
 *
 * <p>As text: {@code adam(1e-3), batch 32, updates 1200}, {@code momentum(0.1), schedule cosine,
 * warm-up 100} or {@code momentum(0.1, mu=0.9), epochs 40, loss huber(1), unscaled}. What is not
 * written is left open and follows from the number of training rows, see {@link #budget(int)}.
 *
 * @param rule an update rule with one number each; members of a population may differ in its rate
 * @param batch rows in one batch
 * @param updates updates of the weights in all
 * @param epochs passes over the training rows; not together with {@code updates}
 * @param schedule how learning rates change; constant where nothing is written
 * @param initial how the first weights are drawn; {@code he} where nothing is written
 * @param loss what is minimised; where nothing is written, {@code cross-entropy} for classes and
 *     {@code mean-squared-error} for numbers
 * @param standardize whether inputs are standardised on the training part; {@code unscaled} if not
 */
public record TrainingPlan(
    Term rule,
    OptionalInt batch,
    OptionalInt updates,
    OptionalInt epochs,
    Schedule schedule,
    Initial initial,
    Optional<Loss> loss,
    boolean standardize) {
  /** The largest batch and the most updates or epochs that can be asked for. */
  public static final int MAX_COUNT = 1_000_000_000;

  /** Adam with rate 0.001, everything else left open. */
  public static final TrainingPlan DEFAULT = parse("adam(1e-3)");

  static final String ONE_LENGTH = "updates and epochs are two ways to say how long: write one";

  private static final String RATE = "rate";
  private static final int DEFAULT_EPOCHS = 40;
  private static final int FEWEST_UPDATES = 400;
  private static final int MOST_UPDATES = 4000;

  /** Checks the rule and the counts. */
  public TrainingPlan {
    if (rule.declaration().kind() != Kind.UPDATE_RULE) {
      throw new IllegalArgumentException(
          rule.name() + " is a regularizer: it belongs to the recipe");
    }
    if (!rule.isConcrete()) {
      throw new IllegalArgumentException(
          rule
              + ": expected one number for each setting, not several to try;"
              + " settings after the first are written with their names");
    }
    check("batch", batch);
    check("updates", updates);
    check("epochs", epochs);
    if (updates.isPresent() && epochs.isPresent()) {
      throw new IllegalArgumentException(ONE_LENGTH);
    }
    if (!Initial.ofKernels().contains(initial)) {
      throw new IllegalArgumentException(
          "initial = " + initial + ": expected one of " + Initial.ofKernels());
    }
  }

  /** A plan of constant learning rates, weights drawn as by He, and the usual loss of a task. */
  public TrainingPlan(
      Term rule, OptionalInt batch, OptionalInt updates, OptionalInt epochs, boolean standardize) {
    this(
        rule,
        batch,
        updates,
        epochs,
        Schedule.constant(),
        Initial.HE,
        Optional.empty(),
        standardize);
  }

  /** A plan with this rule and everything else left open. */
  public static TrainingPlan of(Term rule) {
    OptionalInt open = OptionalInt.empty();
    return new TrainingPlan(rule, open, open, open, true);
  }

  /** The same for so many epochs, however long it was. */
  public TrainingPlan withEpochs(int count) {
    OptionalInt open = OptionalInt.empty();
    OptionalInt length = OptionalInt.of(count);
    return new TrainingPlan(rule, batch, open, length, schedule, initial, loss, standardize);
  }

  /** The same with learning rates on another course. */
  public TrainingPlan withSchedule(Schedule other) {
    return new TrainingPlan(rule, batch, updates, epochs, other, initial, loss, standardize);
  }

  /** The same with weights drawn another way. */
  public TrainingPlan withInitial(Initial other) {
    return new TrainingPlan(rule, batch, updates, epochs, schedule, other, loss, standardize);
  }

  /** The same with another loss. */
  public TrainingPlan withLoss(Loss other) {
    Optional<Loss> written = Optional.of(other);
    return new TrainingPlan(rule, batch, updates, epochs, schedule, initial, written, standardize);
  }

  /** The same for inputs that come prepared. */
  public TrainingPlan unscaled() {
    return new TrainingPlan(rule, batch, updates, epochs, schedule, initial, loss, false);
  }

  /**
   * Reads a plan.
   *
   * @throws dev.bridle.text.TextException if the text is wrong, with the position and what is
   *     allowed
   */
  public static TrainingPlan parse(String text) {
    return new PlanReader(new TextScanner("plan", text)).read();
  }

  /**
   * Settles what was left open.
   *
   * <p>Batch: 32, 128 from 5,000 training rows, 512 from 50,000; never more than there are rows,
   * also where one is written. Updates: 40 epochs, but at least 400 and at most 4000.
   *
   * @param trainingRows rows to train on, at least 1
   * @throws IllegalArgumentException if the epochs asked for are more updates than can be counted
   */
  public Budget budget(int trainingRows) {
    if (trainingRows < 1) {
      throw new IllegalArgumentException(
          "trainingRows = " + trainingRows + ": expected a whole number >= 1");
    }
    int rows = Math.min(batch.orElse(usualBatch(trainingRows)), trainingRows);
    int steps = trainingRows / rows;
    return new Budget(rows, steps, updates.orElseGet(() -> updatesFor(steps)));
  }

  /**
   * What is minimised for a task.
   *
   * @throws IllegalArgumentException if the loss that is written is not for such a task
   */
  public Loss lossOf(Task task) {
    Loss minimised = loss.orElseGet(() -> Loss.of(task));
    minimised.requireFits(task);
    return minimised;
  }

  /**
   * What plans have in common whose members can be trained together: all but the learning rate,
   * also numbers and words that are not written.
   */
  public String structure() {
    StringJoiner inside = new StringJoiner(", ", "(", ")").setEmptyValue("");
    rule.numbers()
        .forEach(
            (name, number) -> {
              if (!name.equals(RATE)) {
                inside.add(name + "=" + Numbers.print(number));
              }
            });
    for (Choice choice : rule.declaration().choices()) {
      inside.add(choice.name() + "=" + rule.word(choice.name()));
    }
    return rule.name() + inside + items();
  }

  /** The canonical text, which parses back to an equal plan. */
  @Override
  public String toString() {
    return rule + items();
  }

  private String items() {
    StringBuilder items = new StringBuilder();
    batch.ifPresent(n -> items.append(", batch ").append(n));
    updates.ifPresent(n -> items.append(", updates ").append(n));
    epochs.ifPresent(n -> items.append(", epochs ").append(n));
    return items + manner() + (standardize ? "" : ", " + PlanReader.UNSCALED);
  }

  /**
   * The items about neither length nor data, each with a comma before it; empty where nothing but
   * the usual is asked for.
   */
  public String manner() {
    return schedule.items()
        + (initial == Initial.HE ? "" : ", initial " + initial)
        + loss.map(written -> ", loss " + written).orElse("");
  }

  private int updatesFor(int stepsPerEpoch) {
    if (epochs.isEmpty()) {
      long usual = (long) DEFAULT_EPOCHS * stepsPerEpoch;
      return (int) Math.min(Math.max(usual, FEWEST_UPDATES), MOST_UPDATES);
    }
    long wanted = (long) epochs.getAsInt() * stepsPerEpoch;
    if (wanted > MAX_COUNT) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "epochs = %d: expected at most %,d updates, got %,d",
              epochs.getAsInt(),
              MAX_COUNT,
              wanted));
    }
    return (int) wanted;
  }

  private static int usualBatch(int rows) {
    return rows >= 50_000 ? 512 : rows >= 5_000 ? 128 : 32;
  }

  private static void check(String name, OptionalInt count) {
    if (count.isPresent() && !(count.getAsInt() >= 1 && count.getAsInt() <= MAX_COUNT)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s = %d: expected a whole number from 1 to %,d",
              name,
              count.getAsInt(),
              MAX_COUNT));
    }
  }
}
