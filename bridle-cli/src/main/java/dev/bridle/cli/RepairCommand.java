package dev.bridle.cli;

import dev.bridle.study.store.Repaired;
import dev.bridle.study.store.StoreException;
import dev.bridle.study.store.StudyStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bridle repair}: saves what is whole of a damaged study. */
@Command(
    name = "repair",
    description = {
      "Saves the complete units of a damaged study into a new one, which compare then finishes; the"
          + " damaged one stays as it is.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle repair FROM TO",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = "  bridle repair bridle-study-churn rescued")
final class RepairCommand implements Callable<Integer> {
  @ParentCommand private Bridle bridle;

  @Parameters(index = "0", paramLabel = "FROM", description = "The folder of the damaged study.")
  private Path from = Path.of("");

  @Parameters(index = "1", paramLabel = "TO", description = "A folder without a study.")
  private Path to = Path.of("");

  @Override
  public Integer call() {
    try {
      Repaired saved = StudyStore.repair(from, to);
      bridle
          .console()
          .print(
              "saved "
                  + Figures.of(saved.results(), "result")
                  + " of "
                  + Figures.of(saved.units(), "unit")
                  + " into "
                  + to
                  + (saved.isComplete()
                      ? "; nothing is lost\n"
                      : "; lost "
                          + Figures.of(saved.resultsLost(), "result")
                          + " and "
                          + Figures.of(saved.unitsLost(), "unit")
                          + ", which compare trains again\n"));
      return ExitCode.DONE;
    } catch (StoreException e) {
      throw new CommandException(ExitCode.FILE, String.valueOf(e.getMessage()));
    }
  }
}
