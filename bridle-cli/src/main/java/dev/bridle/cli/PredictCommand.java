package dev.bridle.cli;

import dev.bridle.export.InputColumns;
import dev.bridle.export.InputTensor;
import dev.bridle.export.Predictor;
import dev.bridle.study.table.Note;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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

/** {@code bridle predict}: what a saved model says about the rows of a file, or images. */
@Command(
    name = "predict",
    description = {
      "Prints what a saved model says about the rows of a CSV file or the images of a folder: a"
          + " class and the probabilities of all classes, or a number. Columns are found by name,"
          + " in any order; of a time series, there is a forecast after each row with a whole"
          + " window behind it. Rows of a table are read and answered a piece at a time, so the"
          + " file may be of any length. In CSV, names that a spreadsheet would run as a formula"
          + " have an apostrophe before them; --json has them as they are.",
      "",
      "With --monte-carlo, how far predictions under random masks are apart is said too: columns"
          + " \"deviation of ...\", and of classes \"entropy\"; in JSON \"deviations\" of classes and"
          + " \"deviation of ...\" of numbers.",
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
      "  bridle predict bridle-study-churn/best.onnx new.csv",
      "  bridle predict best.safetensors new.csv --json --out predictions.json",
      "  bridle predict best.safetensors new.csv --monte-carlo 30",
      "  bridle predict bridle-study-images/best.onnx new-images/"
    })
final class PredictCommand implements Callable<Integer> {
  @ParentCommand private Bridle bridle;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A saved model, .onnx or .safetensors.")
  private Path model = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "ROWS",
      description = "A CSV file, a folder of images, or an image.")
  private Path rows = Path.of("");

  @Mixin private TableFormatOptions table;

  @Mixin private BadImagesOption badImages;

  @Mixin private MonteCarloOptions monteCarlo;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to a file instead of standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Let --out replace a file.")
  private boolean force;

  @Option(names = "--json", description = "Write one JSON document instead of CSV.")
  private boolean json;

  @Override
  public Integer call() {
    Optional<OutputFile> file = out.map(path -> OutputFile.forText(path, force));
    Console console = bridle.console();
    try (PredictionRun run = run()) {
      List<Note> notes = new ArrayList<>();
      if (file.isPresent()) {
        file.get().write(stream -> notes.addAll(run.writeTo(text -> write(text, stream))));
      } else {
        notes.addAll(toConsole(run, console));
      }
      notes.forEach(note -> console.say(StudySession.line(note)));
    }
    return ExitCode.DONE;
  }

  private PredictionRun run() {
    if (Models.isOnnx(model)) {
      monteCarlo.refuseFor(model);
    }
    Predictor opened = Models.predictor(model);
    Answers answers = monteCarlo.answers(opened);
    if (opened.input() instanceof InputColumns columns) {
      return new TablePredictions(answers, columns, rows, table.options(), json);
    }
    InputTensor input = (InputTensor) opened.input();
    ModelRows read = ModelInputs.read(input, rows, table.options(), badImages.value());
    return new NamedPredictions(answers, input, read, json);
  }

  private static boolean write(String text, OutputStream stream) throws IOException {
    stream.write(text.getBytes(StandardCharsets.UTF_8));
    return true;
  }

  /** Stops where nobody reads any more, as behind {@code | head}. */
  private static List<Note> toConsole(PredictionRun run, Console console) {
    try {
      return run.writeTo(
          text -> {
            console.print(text);
            return !console.out().checkError();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
