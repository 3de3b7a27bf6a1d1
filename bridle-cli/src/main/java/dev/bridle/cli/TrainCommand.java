package dev.bridle.cli;

import dev.bridle.architecture.Architecture;
import dev.bridle.export.ModelCard;
import dev.bridle.export.OnnxExport;
import dev.bridle.export.Origin;
import dev.bridle.export.Rows;
import dev.bridle.metric.Metric;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.source.HeldOutSource;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.train.Load;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code bridle train}: trains a recipe beside none, and shows what it brings. */
@Command(
    name = "train",
    description = {
      "Trains a network under a recipe, and once more without any, on the same data from the"
          + " same start; shows what the recipe brings.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle train [DATA] [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle train strokes --recipe \"dropout(0.3) + max-norm(3)\"",
      "  bridle train strokes --recipe \"dropout(0.1, 0.3, 0.5)\" --replicates 5",
      "  bridle train friedman --recipe \"l1(1e-4..1e-2)\" --network \"dense(64) tanh\"",
      "  bridle train moons --recipe \"l2(1e-3)\" --plan \"momentum(0.1), epochs 200\"",
      "  bridle train strokes --recipe \"dropout(0.3)\" --out strokes.onnx",
      "  bridle train images/ --size 32 --recipe \"dropout(0.3)\" --out images.safetensors",
      "  bridle train mnist --data-dir mnist/ --recipe \"dropout(0.3)\" --held-out --replicates 3"
    })
final class TrainCommand implements Callable<Integer> {
  @ParentCommand private Bridle bridle;

  @Mixin private DataOptions data;

  @Option(
      names = "--recipe",
      paramLabel = "RECIPE",
      completionCandidates = RegularizerNames.class,
      description =
          "Regularizers joined by +, out of ${COMPLETION-CANDIDATES}; lists and ranges of numbers"
              + " are trained side by side. Default: none.")
  private String recipe = "none";

  @Option(
      names = "--network",
      paramLabel = "NETWORK",
      description =
          "Layers, as in \"dense(64) tanh, dense(32) relu\"; the output layer may be left out."
              + " Default: dense(128) relu, dense(128) relu.")
  private Optional<String> network = Optional.empty();

  @Mixin private PlanOptions plan;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description = "Train each recipe on N draws of data and chance. Default: 1.")
  private int replicates = 1;

  @Option(
      names = "--held-out",
      description =
          "Score on the rows that compare holds out, train on more of the others: for the last"
              + " word on one recipe, not to choose one by.")
  private boolean heldOut;

  @Mixin private RunOptions run;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Save the network of the first replicate, as .safetensors, or as .onnx with a card.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Let --out replace a file of any kind.")
  private boolean force;

  @Override
  public Integer call() {
    StudyData found = StudyData.of(data, run.seed());
    Experiment experiment = experiment(heldOut ? heldOut(found.source()) : found.source());
    int workers = run.workers();
    Optional<OutputFile> file = out.map(path -> OutputFile.forNetwork(path, force));
    requireOneRecipe(experiment);
    file.ifPresent(f -> requireForm(f, experiment));
    Console console = bridle.console();
    Load load = Packing.load(experiment, workers);
    found.notes().forEach(note -> console.say(StudySession.line(note)));
    Preface.of(experiment, load).forEach(console::say);
    Results results = train(experiment, load, console);
    finish(results, found, file, console);
    return ExitCode.DONE;
  }

  private Experiment experiment(ReplicateSource source) {
    Architecture architecture =
        CommandException.orEnd(
            ExitCode.USAGE, () -> network.map(Architecture::parse).orElse(Architecture.DEFAULT));
    Recipe wanted = CommandException.orEnd(ExitCode.USAGE, () -> Recipe.parse(recipe));
    TrainingPlan training = plan.plan();
    int draws =
        CommandException.requireCount("--replicates", replicates, 1, Experiment.MOST_NETWORKS);
    return Experiment.of(source, architecture, wanted, training, run.seed(), draws);
  }

  private static ReplicateSource heldOut(ReplicateSource source) {
    return CommandException.orEnd(ExitCode.DATA, () -> new HeldOutSource(source));
  }

  private void requireOneRecipe(Experiment experiment) {
    if (out.isPresent() && experiment.arms().size() > 2) {
      int recipes = experiment.arms().size() - 1;
      throw new CommandException(
          ExitCode.USAGE,
          "--out saves one network, but \""
              + recipe
              + "\" stands for "
              + recipes
              + " recipes: write one number for each strength");
    }
  }

  /** Refuses an ONNX model that could not be written, before any time is spent on its training. */
  private static void requireForm(OutputFile file, Experiment experiment) {
    if (Models.isOnnx(file.path())) {
      Recipe kept = experiment.arms().get(experiment.kept().arm()).recipe();
      OnnxExport.obstacle(kept)
          .ifPresent(
              reason -> {
                throw new CommandException(
                    ExitCode.USAGE, "--out = " + file.path() + ": " + reason);
              });
    }
  }

  private static Results train(Experiment experiment, Load load, Console console) {
    try (Progress progress = console.progress("Training", experiment.updates())) {
      return Workers.run(experiment, load, progress);
    }
  }

  /** Saves and prints; what could not be saved is printed all the same. */
  private void finish(
      Results results, StudyData found, Optional<OutputFile> file, Console console) {
    Optional<Path> saved = Optional.empty();
    try {
      if (file.isPresent() && !results.kept().diverged()) {
        save(results, found, file.get());
        saved = file.map(OutputFile::path);
      }
    } finally {
      console.print(
          run.json()
              ? new TrainJson(results, run.times()).text(saved)
              : new TrainText(results, run.times()).toString());
    }
    saved.ifPresent(path -> sayHowToUse(path, results, found, console));
    requireSuccess(results, file);
  }

  private void save(Results results, StudyData found, OutputFile file) {
    Experiment experiment = results.experiment();
    Metric metric = experiment.headline();
    int scored = experiment.data().shape().score();
    Origin origin =
        found.origin(recipe, CardScores.of(metric, results.kept().test().get(metric), scored));
    TrainedNetwork network =
        results.network().withAttachments(origin.attachedTo(experiment.preparation()));
    if (Models.isOnnx(file.path())) {
      Rows rows = found.rowsToCheck(network);
      new OnnxOutput(network, origin, Optional.of(rows), bridle.typed()).writeOrEnd(file.path());
    } else {
      file.save(network);
    }
  }

  private static void sayHowToUse(Path path, Results results, StudyData found, Console console) {
    console.say("");
    console.say(
        "saved     "
            + path
            + ": "
            + results.network().compiled().recipe()
            + (results.experiment().replicates() > 1 ? ", first replicate" : ""));
    if (Models.isOnnx(path)) {
      console.say("card      " + ModelCard.beside(path));
      String rows = found.rows().isEmpty() ? "ROWS.csv" : found.rows();
      console.say("to use    ./bridle predict " + path + " " + rows);
      return;
    }
    console.say("in Java   TrainedNetwork.load(Path.of(\"" + path + "\")).predict(inputs)");
  }

  private static void requireSuccess(Results results, Optional<OutputFile> file) {
    if (results.failed()) {
      throw new CommandException(
          ExitCode.FAILED, "all networks diverged: a smaller learning rate or strength may help");
    }
    if (file.isPresent() && results.kept().diverged()) {
      throw new CommandException(
          ExitCode.FAILED,
          "--out: nothing saved, since the network of the first replicate diverged");
    }
  }
}
