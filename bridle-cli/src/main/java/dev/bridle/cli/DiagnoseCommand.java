package dev.bridle.cli;

import dev.bridle.study.diagnosis.Diagnoser;
import dev.bridle.study.diagnosis.Diagnosis;
import dev.bridle.study.report.DiagnosisReport;
import dev.bridle.study.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code bridle diagnose}: what the data are like, and what that speaks for. */
@Command(
    name = "diagnose",
    description = {
      "Looks at data before anything is trained: sizes, missing values, correlated columns,"
          + " duplicates, balance and noise of the target. Says which recipes that speaks for, and"
          + " why. Of images and windows of a time series each pixel or step is a column.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle diagnose [DATA] [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle diagnose churn.csv --target churn",
      "  bridle diagnose sonar.csv --no-header --target -1 --json",
      "  bridle diagnose large.csv --sample 2000 --out large.html",
      "  bridle diagnose temperatures.csv --target Temp --window 30",
      "  bridle diagnose images/ --size 32",
      "  bridle diagnose correlated"
    })
final class DiagnoseCommand implements Callable<Integer> {
  private static final int FEWEST_ROWS = 20;
  private static final int MOST_ROWS = 100_000_000;

  @ParentCommand private Bridle bridle;

  @Mixin private DataOptions data;

  @Option(names = "--no-target", description = "Look at columns only: nothing is to be predicted.")
  private boolean noTarget;

  @Option(
      names = "--sample",
      paramLabel = "ROWS",
      description = "Look at a random sample only, each class with its share.")
  private Optional<Integer> sample = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Decides which rows a sample has. Default: 7.")
  private long seed = 7;

  @Mixin private PageOptions page = new PageOptions("diagnosis.html");

  @Option(names = "--json", description = "Print one JSON document instead of the text.")
  private boolean json;

  @Option(
      names = "--no-times",
      description = "Leave out how long it took: equal runs then print equal bytes.")
  private boolean noTimes;

  @Override
  public Integer call() {
    long start = System.nanoTime();
    sample.ifPresent(n -> CommandException.requireCount("--sample", n, FEWEST_ROWS, MOST_ROWS));
    Optional<OutputFile> pictures = page.file(DiagnosisReport::isOne);
    Table rows = DiagnosisData.read(data, noTarget, seed);
    Diagnosis diagnosis =
        sample.isPresent()
            ? Diagnoser.ofSample(rows, sample.get(), seed)
            : Diagnoser.of(rows, seed);
    String name = DiagnosisData.shortName(rows.name());
    pictures.ifPresent(file -> file.write(stream -> stream.write(html(diagnosis, name))));
    double seconds = (System.nanoTime() - start) * 1e-9;
    Optional<Double> time = noTimes ? Optional.empty() : Optional.of(seconds);
    bridle
        .console()
        .print(
            json
                ? new DiagnosisJson(diagnosis, name, time).text()
                : new DiagnosisText(diagnosis, name, command(), time).toString());
    pictures.ifPresent(file -> bridle.console().say("page      " + file.path()));
    return ExitCode.DONE;
  }

  /** The study of the same data, as it is typed. */
  private List<String> command() {
    List<String> words = new ArrayList<>(List.of("compare"));
    words.addAll(data.written());
    return words;
  }

  private static byte[] html(Diagnosis diagnosis, String name) {
    return DiagnosisReport.render(diagnosis, name).getBytes(StandardCharsets.UTF_8);
  }
}
