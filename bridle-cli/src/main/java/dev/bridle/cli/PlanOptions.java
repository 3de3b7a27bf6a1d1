package dev.bridle.cli;

import dev.bridle.declaration.Range;
import dev.bridle.loss.Loss;
import dev.bridle.optimizer.Rule;
import dev.bridle.plan.Schedule;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.population.Initial;
import dev.bridle.recipe.Numbers;
import dev.bridle.recipe.Term;
import dev.bridle.recipe.TermReader;
import dev.bridle.text.TextScanner;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say how a network is trained: piece by piece, or as the text of a plan. */
final class PlanOptions {
  @Option(
      names = "--optimizer",
      paramLabel = "RULE",
      completionCandidates = RuleNames.class,
      description =
          "Update rule: ${COMPLETION-CANDIDATES}; alone or with its numbers, as in"
              + " \"momentum(0.1, mu=0.9)\". Default: adam.")
  private Optional<String> optimizer = Optional.empty();

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "Learning rate. Default: 0.001 for adam; others have none.")
  private Optional<Double> learningRate = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "ROWS",
      description = "Rows in a batch. Default: 32; 128 from 5,000 training rows, 512 from 50,000.")
  private Optional<Integer> batch = Optional.empty();

  @Option(
      names = "--updates",
      paramLabel = "N",
      description = "Updates of the weights. Default: 40 epochs, but 400 to 4,000 updates.")
  private Optional<Integer> updates = Optional.empty();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the training rows, instead of --updates.")
  private Optional<Integer> epochs = Optional.empty();

  @Option(
      names = "--schedule",
      paramLabel = "SCHEDULE",
      description =
          "How the learning rate changes: constant, cosine (down to 0 at the end of the training),"
              + " or \"step(0.1, every=10)\" for a tenth after every 10 epochs. Default: constant.")
  private Optional<String> schedule = Optional.empty();

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Updates over which the learning rate rises to its full value. Default: 0.")
  private Optional<Integer> warmUp = Optional.empty();

  @Option(
      names = "--initial",
      paramLabel = "WAY",
      completionCandidates = InitialNames.class,
      description =
          "How first weights are drawn: ${COMPLETION-CANDIDATES}; lecun suits selu, glorot tanh."
              + " Default: he.")
  private Optional<String> initial = Optional.empty();

  @Option(
      names = "--loss",
      paramLabel = "LOSS",
      description =
          "What is minimised: cross-entropy or binary-cross-entropy for classes;"
              + " mean-squared-error, mean-absolute-error or \"huber(1)\" for numbers, whose errors"
              + " count in standard deviations. Default: the first of each.")
  private Optional<String> loss = Optional.empty();

  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      description =
          "All of these as one text: \"adam(1e-3), batch 32, updates 1200, schedule cosine, warm-up"
              + " 100\"; with \", unscaled\" inputs are not standardised.")
  private Optional<String> text = Optional.empty();

  /** The plan that is asked for. */
  TrainingPlan plan() {
    return CommandException.orEnd(
        ExitCode.USAGE, () -> text.isPresent() ? written(text.get()) : pieced());
  }

  private TrainingPlan written(String plan) {
    boolean alone =
        Stream.of(optimizer, learningRate, batch, updates, epochs, schedule, warmUp, initial, loss)
            .noneMatch(Optional::isPresent);
    if (!alone) {
      throw new IllegalArgumentException(
          "--plan says all of it: leave out --optimizer, --learning-rate, --batch, --updates,"
              + " --epochs, --schedule, --warm-up, --initial, --loss, or write them into the plan");
    }
    return TrainingPlan.parse(plan);
  }

  private TrainingPlan pieced() {
    Initial drawn = initial.map(String::strip).map(Initial::of).orElse(Initial.HE);
    TrainingPlan plain =
        new TrainingPlan(
            rule(),
            count("--batch", batch),
            count("--updates", updates),
            count("--epochs", epochs),
            true);
    TrainingPlan plan = plain.withSchedule(course()).withInitial(drawn);
    return loss.map(Loss::parse).map(plan::withLoss).orElse(plan);
  }

  private Schedule course() {
    warmUp.ifPresent(n -> CommandException.requireCount("--warm-up", n, 0, TrainingPlan.MAX_COUNT));
    return schedule.map(Schedule::parse).orElse(Schedule.constant()).warmedUp(warmUp.orElse(0));
  }

  private Term rule() {
    Term usual = TrainingPlan.DEFAULT.rule();
    String name = optimizer.orElse(usual.name()).strip();
    if (learningRate.isEmpty()) {
      return name.equals(usual.name()) ? usual : read(name);
    }
    if (name.contains("(")) {
      throw new IllegalArgumentException(
          "--learning-rate: expected --optimizer with a name only, found \""
              + name
              + "\"; write the rate first in its parentheses, as in momentum(0.1, mu=0.9)");
    }
    String rate = Numbers.print(learningRate.get());
    Range allowed = Rule.rateParameter().range();
    if (!allowed.contains(learningRate.get())) {
      throw new IllegalArgumentException("--learning-rate = " + rate + ": expected " + allowed);
    }
    return read(name + "(" + rate + ")");
  }

  private static Term read(String rule) {
    TextScanner scanner = new TextScanner("optimizer", rule);
    Term term = TermReader.ofUpdateRules(scanner).read();
    if (!scanner.atEnd()) {
      throw scanner.unexpected("the end of the text");
    }
    return term;
  }

  private static OptionalInt count(String name, Optional<Integer> option) {
    option.ifPresent(n -> CommandException.requireCount(name, n, 1, TrainingPlan.MAX_COUNT));
    return option.map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
