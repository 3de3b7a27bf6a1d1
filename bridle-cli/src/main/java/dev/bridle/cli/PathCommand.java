package dev.bridle.cli;

import dev.bridle.architecture.Architecture;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.path.PathPlan;
import dev.bridle.study.path.PathRunner;
import dev.bridle.study.path.Refitted;
import dev.bridle.study.path.RegularizationPath;
import dev.bridle.study.path.Sweep;
import dev.bridle.study.report.PathReport;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.train.Load;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code bridle path}: what becomes of a network from a weak restraint to a strong one. */
@Command(
    name = "path",
    description = {
      "Trains a network at many strengths of one number, and once without, and shows scores, exact"
          + " zeros, norms, the inputs and the parameters that are left: its regularization path.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle path [DATA] [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle path sonar.csv --no-header --target -1",
      "  bridle path diabetes.csv --target -1 --network none --recipe \"l1(1e-4..1/40)\"",
      "  bridle path churn.csv --target churn --recipe \"group-lasso(1e-5..1e-1/24)\" --save"
          + " best.safetensors",
      "  bridle path strokes --recipe \"dropout(0.3) + l2(1e-6..1e-1/32)\" --replicates 5"
    })
final class PathCommand implements Callable<Integer> {
  @ParentCommand private Bridle bridle;

  @Mixin private DataOptions data;

  @Option(
      names = "--recipe",
      paramLabel = "RECIPE",
      completionCandidates = RegularizerNames.class,
      description =
          "Regularizers joined by +, one number of which has several values. Default:"
              + " ${DEFAULT-VALUE}.")
  private String recipe = "l1(1e-6..1e-1/32)";

  @Option(
      names = "--network",
      paramLabel = "NETWORK",
      description =
          "Layers, or none for a linear model. Default: dense(128) relu, dense(128) relu.")
  private Optional<String> network = Optional.empty();

  @Mixin private PlanOptions plan;

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      description = "What is scored. Default: accuracy, or rmse for a regression.")
  private Optional<String> metric = Optional.empty();

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description = "Train each strength on the same N draws of data and chance. Default: 3.")
  private int replicates = 3;

  @Mixin private RunOptions run;

  @Mixin private PageOptions page = new PageOptions("path.html");

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description =
          "Train the one-standard-error choice once more, on all rows but those held out, save that"
              + " network (.safetensors), and say its score on the rows held out. --force lets it"
              + " replace a file of any kind.")
  private Optional<Path> save = Optional.empty();

  @Option(
      names = "--wide",
      description =
          "Show zeros and norms of each layer, where that takes more than 80 columns too.")
  private boolean wide;

  @Option(names = "--dry-run", description = "Say what would be done, and stop.")
  private boolean dryRun;

  @Override
  public Integer call() {
    long start = System.nanoTime();
    int workers = run.workers();
    Sweep sweep = CommandException.orEnd(ExitCode.USAGE, () -> Sweep.of(Recipe.parse(recipe)));
    StudyData found = StudyData.of(data, run.seed());
    Experiment experiment = experiment(found.source(), sweep);
    PathPlan planned = planned(experiment, sweep);
    Optional<OutputFile> pictures = page.file(PathReport::isOne);
    Optional<OutputFile> model = model(sweep);
    Console console = bridle.console();
    Load load = Packing.load(experiment, workers);
    found.notes().forEach(note -> console.say(StudySession.line(note)));
    Preface.of(experiment, load).forEach(console::say);
    if (dryRun) {
      return ExitCode.DONE;
    }
    RegularizationPath path = train(planned, experiment, load, console);
    Optional<Refitted> refitted = model.flatMap(file -> Refitted.of(path, found.source()));
    double seconds = (System.nanoTime() - start) * 1e-9;
    Optional<Double> times = run.times() ? Optional.of(seconds) : Optional.empty();
    finish(path, refitted, pictures, times);
    model.ifPresent(file -> save(file, refitted));
    return ExitCode.DONE;
  }

  /** The networks that are trained, as {@code bridle train} would, but for the baseline. */
  private Experiment experiment(ReplicateSource source, Sweep sweep) {
    Architecture written =
        CommandException.orEnd(
            ExitCode.USAGE, () -> network.map(Architecture::parse).orElse(Architecture.DEFAULT));
    int draws =
        CommandException.requireCount("--replicates", replicates, 1, Experiment.MOST_NETWORKS);
    List<Recipe> recipes = new ArrayList<>(List.of(sweep.without()));
    sweep.steps().forEach(step -> recipes.add(step.recipe()));
    return Experiment.ofAll(source, written, recipes, plan.plan(), run.seed(), draws);
  }

  private PathPlan planned(Experiment experiment, Sweep sweep) {
    return CommandException.orEnd(
        ExitCode.USAGE,
        () ->
            new PathPlan(
                experiment.arms().get(0).network().architecture(),
                sweep,
                experiment.plan(),
                experiment.replicates(),
                CompareCommand.metric(metric, experiment.task()),
                run.seed()));
  }

  private static RegularizationPath train(
      PathPlan plan, Experiment experiment, Load load, Console console) {
    try (Progress progress = console.progress("Training", experiment.updates())) {
      return PathRunner.run(plan, experiment.data(), load, progress::advance);
    }
  }

  /** Prints and writes; where all trainings diverged, the command ends after that. */
  private void finish(
      RegularizationPath path,
      Optional<Refitted> refitted,
      Optional<OutputFile> pictures,
      Optional<Double> seconds) {
    Console console = bridle.console();
    try {
      pictures.ifPresent(file -> file.write(stream -> stream.write(html(path))));
    } finally {
      console.print(
          run.json()
              ? new PathJson(path, refitted, save, seconds).text()
              : new PathText(path, refitted, wide, seconds).toString());
    }
    pictures.ifPresent(file -> console.say("page      " + file.path()));
    if (path.marks().isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED, "all networks diverged: a smaller learning rate or strength may help");
    }
  }

  /** Where the network goes; refused before any time is spent on its training. */
  private Optional<OutputFile> model(Sweep sweep) {
    save.ifPresent(
        path ->
            CommandException.orEnd(
                ExitCode.USAGE,
                () -> {
                  Refitted.require(sweep.recipe());
                  return path;
                }));
    return save.map(path -> OutputFile.forWeights("--save", path, page.force()));
  }

  private void save(OutputFile file, Optional<Refitted> refitted) {
    Refitted choice =
        refitted.orElseThrow(
            () ->
                new CommandException(
                    ExitCode.FAILED, "the last training diverged: nothing is saved"));
    file.save(choice.network());
    bridle.console().say("saved     " + file.path() + ": " + choice.recipe());
  }

  private static byte[] html(RegularizationPath path) {
    String name = DiagnosisData.shortName(path.data());
    return PathReport.render(path, name).getBytes(StandardCharsets.UTF_8);
  }
}
