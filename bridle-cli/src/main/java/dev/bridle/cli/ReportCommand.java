package dev.bridle.cli;

import dev.bridle.study.report.HtmlReport;
import dev.bridle.study.result.FinishedStudy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bridle report}: what a finished study found, once more. */
@Command(
    name = "report",
    description = {
      "Writes the report of a finished study anew from what is in its folder, and prints the table"
          + " that compare printed; nothing is trained.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle report FOLDER [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle report bridle-study-strokes",
      "  bridle report bridle-study-strokes --out strokes.html",
      "  bridle report bridle-study-strokes --json"
    })
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private Bridle bridle;

  @Parameters(paramLabel = "FOLDER", description = "The folder of a study.")
  private Path folder = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write the report there and leave the folder as it is. Default: report.html in the"
              + " folder.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Let --out replace a file that is no report.")
  private boolean force;

  @Option(names = "--json", description = "Print one JSON document instead of the table.")
  private boolean json;

  @Option(
      names = "--no-times",
      description = "Leave out how long it took: equal studies then print equal bytes.")
  private boolean noTimes;

  @Override
  public Integer call() {
    Optional<OutputFile> file =
        out.map(path -> OutputFile.forText(path, force || HtmlReport.isOne(path)));
    FinishedStudy study = KeptStudy.read(folder);
    if (file.isPresent()) {
      byte[] html = HtmlReport.render(study.report()).getBytes(StandardCharsets.UTF_8);
      file.get().write(stream -> stream.write(html));
    } else {
      KeptStudy.writeReport(folder, study);
    }
    Console console = bridle.console();
    console.print(
        json ? new CompareJson(study, !noTimes).text() : new CompareText(study).toString());
    console.say("report    " + out.orElseGet(() -> folder.resolve(StudyFiles.REPORT)));
    return ExitCode.DONE;
  }
}
