package dev.bridle.cli;

import dev.bridle.study.store.StoreException;
import dev.bridle.study.store.StudyStore;
import dev.bridle.study.store.StudyView;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bridle show}: what is in a study's folder, also while the study runs. */
@Command(
    name = "show",
    description = {
      "Shows what a study has done so far: its plan, and the results of its units.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle show FOLDER [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle show bridle-study-strokes",
      "  bridle show bridle-study-strokes --json --no-times"
    })
final class ShowCommand implements Callable<Integer> {
  @ParentCommand private Bridle bridle;

  @Parameters(paramLabel = "FOLDER", description = "The folder of a study.")
  private Path folder = Path.of("");

  @Option(names = "--json", description = "Print everything as one JSON document.")
  private boolean json;

  @Option(
      names = "--no-times",
      description = "Leave out how long it took: equal studies then print equal bytes.")
  private boolean noTimes;

  @Override
  public Integer call() {
    try (StudyView study = StudyStore.read(folder)) {
      bridle.console().print(json ? study.dump(!noTimes) : text(study));
      return ExitCode.DONE;
    } catch (StoreException e) {
      throw new CommandException(ExitCode.FILE, String.valueOf(e.getMessage()));
    }
  }

  private static String text(StudyView study) {
    int units = study.units().size();
    int missing = study.missing().size();
    StringBuilder text = new StringBuilder();
    text.append("study     ").append(study.folder()).append('\n');
    text.append("data      ").append(study.plan().data().name()).append('\n');
    text.append("plan      ").append(study.plan().text()).append('\n');
    text.append("units     ");
    text.append(units - missing).append(" of ").append(units).append(" trained\n");
    notes(text, study.notes());
    return text.toString();
  }

  private static void notes(StringBuilder text, List<String> notes) {
    notes.forEach(note -> text.append("note      ").append(note).append('\n'));
  }
}
