package dev.bridle.cli;

import dev.bridle.data.Task;
import dev.bridle.file.FileFormatException;
import dev.bridle.metric.Predictions;
import dev.bridle.model.TrainedNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bridle predict}: what a saved network says about the rows of a file. */
@Command(
    name = "predict",
    description = {
      "Prints what a saved network says about the rows of a CSV file or the images of a folder: a"
          + " class and the probabilities of all classes, or a number. Columns are found by name,"
          + " in any order; of a time series, there is a forecast after each row with a whole"
          + " window behind it.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle predict MODEL ROWS [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle predict bridle-study-churn/best.safetensors new.csv",
      "  bridle predict best.safetensors new.csv --out predictions.csv",
      "  bridle predict bridle-study-images/best.safetensors new-images/"
    })
final class PredictCommand implements Callable<Integer> {
  @ParentCommand private Bridle bridle;

  @Parameters(index = "0", paramLabel = "MODEL", description = "A saved network.")
  private Path model = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "ROWS",
      description = "A CSV file, a folder of images, or an image.")
  private Path rows = Path.of("");

  @Mixin private TableFormatOptions table;

  @Mixin private BadImagesOption badImages;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to a file instead of standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Let --out replace a file.")
  private boolean force;

  @Override
  public Integer call() {
    Optional<OutputFile> file = out.map(path -> OutputFile.forText(path, force));
    TrainedNetwork network = load(model);
    ModelRows read = ModelInputs.read(network, rows, table.options(), badImages.value());
    String text = csv(network.predict(read.inputs()), read);
    if (file.isPresent()) {
      file.get().write(sink -> sink.write(text.getBytes(StandardCharsets.UTF_8)));
    } else {
      bridle.console().print(text);
    }
    return ExitCode.DONE;
  }

  /** Reads a saved network, or ends the command. */
  static TrainedNetwork load(Path model) {
    try {
      return TrainedNetwork.load(model);
    } catch (FileFormatException e) {
      throw new CommandException(ExitCode.MISFIT, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.DATA, "model " + model + ": cannot be read: " + e.getMessage());
    }
  }

  private static String csv(Predictions said, ModelRows rows) {
    StringBuilder text = new StringBuilder();
    List<String> names = new ArrayList<>(rows.heading());
    if (said.task() instanceof Task.Classification task) {
      names.add("prediction");
      task.classes().forEach(name -> names.add("probability of " + name));
    } else {
      names.addAll(((Task.Regression) said.task()).targets());
    }
    Csv.append(text, names);
    for (int row = 0; row < said.size(); row++) {
      List<String> cells = new ArrayList<>(rows.name(row));
      cells.addAll(cells(said, row));
      Csv.append(text, cells);
    }
    return text.toString();
  }

  private static List<String> cells(Predictions said, int row) {
    List<String> cells = new ArrayList<>();
    if (said.task() instanceof Task.Classification) {
      cells.add(said.labelName(row));
    }
    for (int output = 0; output < said.task().outputs(); output++) {
      cells.add(Float.toString((float) said.get(row, output)));
    }
    return cells;
  }
}
