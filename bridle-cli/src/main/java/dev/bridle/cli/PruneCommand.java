package dev.bridle.cli;

import dev.bridle.data.Dataset;
import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.pruning.Agreement;
import dev.bridle.pruning.Compacted;
import dev.bridle.pruning.Compaction;
import dev.bridle.tensor.Key;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bridle prune}: leaves out of a saved network what changes none of its outputs. */
@Command(
    name = "prune",
    description = {
      "Makes a saved network smaller without changing what it says: units and filters that hear"
          + " nothing, or that nothing hears, go, and inputs that nothing hears are named. Such"
          + " units come from group-lasso, prune(by=unit-norm) and strong l1. Layers that cannot be"
          + " cut stay whole, and it is said why. Without --out it only shows what would go.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle prune MODEL [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle prune strokes.safetensors",
      "  bridle prune strokes.safetensors --out smaller.safetensors --verify strokes",
      "  bridle prune bridle-study-churn --out smaller.safetensors --verify churn.csv"
    })
final class PruneCommand implements Callable<Integer> {
  private static final int ROWS = 1000;

  /** What rows are a function of that are drawn to compare outputs. */
  private static final long SEED = 7;

  @ParentCommand private Bridle bridle;

  @Parameters(
      paramLabel = "MODEL",
      description = "A saved network, or the folder of a study: its best network.")
  private Path model = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Save the smaller network, as .safetensors, or as .onnx with a card.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Let --out replace a file of any kind.")
  private boolean force;

  @Option(
      names = "--verify",
      paramLabel = "DATA",
      description =
          "Rows on which outputs are compared: a CSV file, images or built-in data. Default: rows"
              + " drawn at random.")
  private Optional<String> data = Optional.empty();

  @Mixin private TableFormatOptions table;

  @Mixin private BadImagesOption badImages;

  @Option(names = "--json", description = "Print one JSON document instead of the table.")
  private boolean json;

  @Option(
      names = "--no-times",
      description = "Leave out how long a prediction takes: equal runs then print equal bytes.")
  private boolean noTimes;

  @Override
  public Integer call() {
    Optional<OutputFile> file = out.map(path -> OutputFile.forNetwork(path, force));
    TrainedNetwork network = Models.network(file());
    Compacted pair = CommandException.orEnd(ExitCode.DATA, () -> Compaction.of(network));
    Agreement agreement = compare(pair, rows(network));
    file.ifPresent(target -> save(pair.after(), target));
    PruneText text = new PruneText(pair, agreement, data, !noTimes);
    Optional<Path> saved = file.map(OutputFile::path);
    bridle.console().print(json ? text.json(saved) : text.toString());
    saved.ifPresent(path -> bridle.console().say("saved     " + path));
    return ExitCode.DONE;
  }

  private void save(TrainedNetwork after, OutputFile file) {
    if (Models.isOnnx(file.path())) {
      OnnxOutput.of(after, Optional.empty(), bridle.typed()).writeOrEnd(file.path());
    } else {
      file.save(after);
    }
  }

  private Path file() {
    if (!Files.isDirectory(model)) {
      return model;
    }
    Path best = model.resolve(StudySession.NETWORK);
    if (!Files.exists(best)) {
      throw new CommandException(
          ExitCode.DATA,
          "folder "
              + model
              + ": expected the folder of a finished study, with "
              + StudySession.NETWORK
              + " in it");
    }
    return best;
  }

  private float[] rows(TrainedNetwork network) {
    if (data.isEmpty()) {
      return Agreement.drawn(network, ROWS, Key.of(SEED));
    }
    String name = data.get();
    if (BuiltIn.find(name).isEmpty()) {
      Path path = StudyData.path(name, false);
      float[] read = ModelInputs.numbers(network, path, table.options(), badImages.value());
      if (read.length == 0) {
        throw new CommandException(ExitCode.DATA, "--verify = " + name + ": expected rows");
      }
      return read;
    }
    table.refuseForBuiltIn(name);
    Dataset rows = BuiltIn.find(name).orElseThrow().draw(ROWS, Key.of(SEED));
    if (!rows.featureNames().equals(network.features())) {
      throw new CommandException(
          ExitCode.MISFIT,
          "--verify = " + name + ": expected data with the inputs " + inputs(network));
    }
    return rows.inputs();
  }

  private static String inputs(TrainedNetwork network) {
    int count = network.features().size();
    return String.join(", ", network.features().subList(0, Math.min(5, count)))
        + (count > 5 ? ", ... (" + count + ")" : "");
  }

  private static Agreement compare(Compacted pair, float... rows) {
    try {
      return Agreement.of(pair, rows);
    } catch (IllegalStateException e) {
      throw new CommandException(
          ExitCode.INTERNAL, String.valueOf(e.getMessage()) + "; nothing is written");
    }
  }
}
