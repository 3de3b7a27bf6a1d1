package dev.bridle.cli;

import dev.bridle.study.store.StoreException;
import dev.bridle.study.store.StudyStore;
import dev.bridle.study.store.StudyView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bridle show}: what is in a study's folder, also while it runs, or in a model's file. */
@Command(
    name = "show",
    description = {
      "Shows what a study has done so far: its plan, and the results of its units. Or what a model"
          + " is: its task, recipe, network and inputs, and the data and scores of its training.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle show FOLDER|MODEL [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle show bridle-study-strokes",
      "  bridle show bridle-study-strokes --json --no-times",
      "  bridle show bridle-study-strokes/best.onnx"
    })
final class ShowCommand implements Callable<Integer> {
  @ParentCommand private Bridle bridle;

  @Parameters(
      paramLabel = "FOLDER|MODEL",
      description = "The folder of a study, or a saved model, .onnx or .safetensors.")
  private Path path = Path.of("");

  @Option(names = "--json", description = "Print everything as one JSON document.")
  private boolean json;

  @Option(
      names = "--no-times",
      description = "Leave out how long it took: equal studies then print equal bytes.")
  private boolean noTimes;

  @Override
  public Integer call() {
    bridle.console().print(Files.isDirectory(path) ? study() : model());
    return ExitCode.DONE;
  }

  private String model() {
    if (Models.isModel(path)) {
      ModelText text = new ModelText(path, Models.facts(path));
      return json ? text.json() : text.toString();
    }
    throw new CommandException(
        ExitCode.FILE,
        path
            + (Files.exists(path) ? ": not a folder" : ": there is no such folder")
            + "; expected that of a study, or a model, whose name ends in "
            + Models.ONNX
            + " or "
            + Models.NETWORK);
  }

  private String study() {
    try (StudyView study = StudyStore.read(path)) {
      return json ? study.dump(!noTimes) : text(study);
    } catch (StoreException e) {
      throw new CommandException(ExitCode.FILE, String.valueOf(e.getMessage()));
    }
  }

  private static String text(StudyView study) {
    StringBuilder text = new StringBuilder();
    text.append("study     ").append(study.folder()).append('\n');
    text.append("data      ").append(study.plan().data().name()).append('\n');
    text.append("plan      ").append(study.plan().text()).append('\n');
    text.append("units     ").append(KeptStudy.trained(study, "")).append('\n');
    notes(text, study.notes());
    return text.toString();
  }

  private static void notes(StringBuilder text, List<String> notes) {
    notes.forEach(note -> text.append("note      ").append(note).append('\n'));
  }
}
