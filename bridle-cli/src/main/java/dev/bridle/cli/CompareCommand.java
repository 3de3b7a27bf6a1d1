package dev.bridle.cli;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Task;
import dev.bridle.layer.Shape;
import dev.bridle.metric.Metric;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.result.FinishedStudy;
import dev.bridle.study.run.Lineup;
import dev.bridle.study.run.StudyPlan;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.study.statistics.Claim;
import dev.bridle.tensor.Key;
import dev.bridle.text.Suggestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code bridle compare}: which recipe generalises better than none, and how sure that is. */
@Command(
    name = "compare",
    description = {
      "Trains one network under many recipes and strengths, and says with honest statistics which"
          + " one beats none.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle compare [DATA] [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle compare",
      "  bridle compare churn.csv --target churn",
      "  bridle compare sonar.csv --no-header --target -1",
      "  bridle compare images/ --size 32",
      "  bridle compare temperatures.csv --target Temp --window 30",
      "  bridle compare digits.csv --target -1 --recipes \"none; dropout(0.2, 0.5); l2(1e-5..1e-2)\""
    })
final class CompareCommand implements Callable<Integer> {
  private static final int MOST_REPLICATES = 1000;

  @ParentCommand private Bridle bridle;

  @Mixin private DataOptions data;

  @Option(
      names = "--recipes",
      paramLabel = "RECIPES",
      description =
          "Families to compare, parted by ;, with the strengths to try, or all for the whole line-up."
              + " Default: the usual ones of the line-up.")
  private Optional<String> recipes = Optional.empty();

  @Option(
      names = "--list-families",
      description = "Show the families of the line-up, the usual ones marked by a star, and stop.")
  private boolean listFamilies;

  @Option(
      names = "--network",
      paramLabel = "NETWORK",
      description = "Layers. Default: dense(128) relu, dense(128) relu.")
  private Optional<String> network = Optional.empty();

  @Mixin private PlanOptions plan;

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      description = "What is compared. Default: accuracy, or rmse for a regression.")
  private Optional<String> metric = Optional.empty();

  @Option(
      names = "--select",
      paramLabel = "N",
      description = "Replicates that choose each family's strength. Default: 5.")
  private int select = 5;

  @Option(
      names = "--confirm",
      paramLabel = "N",
      description = "Fresh replicates that compare the chosen ones with none. Default: 15.")
  private int confirm = 15;

  @Option(names = "--quick", description = "One phase only: look around, nothing is claimed.")
  private boolean quick;

  @Option(
      names = "--delta",
      paramLabel = "D",
      description =
          "The smallest difference that matters, in the metric's unit. Default: 0.01 for shares (two"
              + " scoring rows if that is more), else 1 %% of none's score.")
  private Optional<Double> delta = Optional.empty();

  @Option(
      names = "--claim",
      paramLabel = "CLAIM",
      description =
          "The question: samples (other rows from the same source), seeds (these rows), fresh (a"
              + " generator's). Default: samples for files, fresh for built-in data.")
  private Optional<String> claim = Optional.empty();

  @Mixin private RunOptions run;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "The study's folder. Default: bridle-study-DATA.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--fresh", description = "Start anew where the folder holds another study.")
  private boolean fresh;

  @Option(names = "--dry-run", description = "Say what would be done, and stop.")
  private boolean dryRun;

  @Override
  public Integer call() {
    if (listFamilies) {
      bridle.console().print(run.json() ? FamiliesText.json() : FamiliesText.text());
      return ExitCode.DONE;
    }
    int workers = run.workers();
    StudyData study = StudyData.of(data, run.seed());
    StudyPlan frozen = plan(study.source());
    frozen.families().forEach(family -> requireFits(family, frozen, study.source()));
    requireIds(frozen, study.source());
    Path folder = out.orElse(Path.of("bridle-study-" + baseName(study.source().name())));
    Console console = bridle.console();
    StudySession session = new StudySession(frozen, study, folder, workers, bridle.typed());
    session.preface().forEach(console::say);
    if (dryRun) {
      return ExitCode.DONE;
    }
    FinishedStudy finished = session.run(console, fresh);
    console.print(
        run.json()
            ? new CompareJson(finished, run.times()).text()
            : new CompareText(finished).toString());
    session.files(finished.report()).forEach(console::say);
    return session.exitCode(finished.report());
  }

  private StudyPlan plan(ReplicateSource source) {
    CommandException.requireCount("--select", select, 1, MOST_REPLICATES);
    int second =
        quick ? 0 : CommandException.requireCount("--confirm", confirm, 2, MOST_REPLICATES);
    TrainingPlan training = plan.plan();
    return CommandException.orEnd(
        ExitCode.USAGE,
        () ->
            new StudyPlan(
                source.fingerprint(),
                architecture(source),
                families(source),
                Experiment.planFor(source, training),
                select,
                second,
                metric(metric, source.task()),
                delta.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                claim(source),
                run.seed()));
  }

  /** Ends the command where a family is not for such a network, such data or such a loss. */
  private static void requireFits(Recipe family, StudyPlan plan, ReplicateSource source) {
    Recipe first = family.expand().get(0);
    Task task = source.task();
    Shape input = Shape.of(source.inputShape());
    CompiledNetwork network =
        CommandException.orEnd(
            ExitCode.USAGE,
            () -> CompiledNetwork.compile(plan.architecture(), first, input, task.outputs()));
    CommandException.orEnd(
        ExitCode.MISFIT,
        () -> {
          network.requireFits(task, plan.training().lossOf(task));
          return network;
        });
  }

  /** Ends the command where a network reads ids and rows are none. */
  private static void requireIds(StudyPlan plan, ReplicateSource source) {
    int outputs = source.task().outputs();
    CompiledNetwork network =
        CompiledNetwork.compile(
            plan.architecture(), Recipe.none(), Shape.of(source.inputShape()), outputs);
    if (network.readsIds()) {
      Dataset rows = source.split(Key.of(plan.seed())).train();
      CommandException.orEnd(
          ExitCode.MISFIT,
          () -> {
            network.requireRows(rows);
            return rows;
          });
    }
  }

  private Architecture architecture(ReplicateSource source) {
    Architecture written = network.map(Architecture::parse).orElse(Architecture.DEFAULT);
    return Arm.whole(written, Shape.of(source.inputShape()), source.task());
  }

  private List<Recipe> families(ReplicateSource source) {
    Architecture whole = architecture(source);
    Shape input = Shape.of(source.inputShape());
    return recipes
        .map(text -> Lineup.parse(text, whole, input, source.task()))
        .orElseGet(() -> Lineup.byDefault(whole, input, source.task()));
  }

  /** The metric that is asked for, or the headline of the task. */
  static Metric metric(Optional<String> asked, Task task) {
    List<Metric> possible = Metric.of(task);
    if (asked.isEmpty()) {
      return possible.get(0);
    }
    List<String> names = possible.stream().map(Metric::name).toList();
    return possible.stream()
        .filter(m -> m.name().equals(asked.get()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--metric = "
                        + asked.get()
                        + ": "
                        + Suggestion.expected(asked.get(), names)
                        + " for this task"));
  }

  private Claim claim(ReplicateSource source) {
    Claim asked = claim.map(Claim::of).orElse(source.claim());
    boolean generated = source.claim() == Claim.FRESH;
    if (asked == Claim.FRESH && !generated) {
      throw new IllegalArgumentException(
          "--claim = fresh: expected samples or seeds for a file, which cannot be drawn afresh");
    }
    if (asked == Claim.SAMPLES && generated) {
      throw new IllegalArgumentException(
          "--claim = samples: expected fresh or seeds for built-in data, whose replicates share no"
              + " rows");
    }
    return asked;
  }

  private static String baseName(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
