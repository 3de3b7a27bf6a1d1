package dev.bridle.cli;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.tensor.Key;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bridle data}: lists the built-in data sets, or shows rows of one. */
@Command(
    name = "data",
    description = {"Lists the built-in data sets, or prints rows of one as CSV.", ""},
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle data [NAME] [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle data",
      "  bridle data moons",
      "  bridle data friedman --rows 1000 --seed 3 --out friedman.csv"
    })
final class DataCommand implements Callable<Integer> {
  private static final int MOST_ROWS = 100_000;

  @ParentCommand private Bridle bridle;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      completionCandidates = DataNames.class,
      description = "The set whose rows are wanted: ${COMPLETION-CANDIDATES}.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "How many rows. The first are those that bridle train of the same seed trains on."
              + " Default: 10.")
  private Optional<Integer> rows = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "What the rows are a function of. Default: 7.")
  private long seed = 7;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write them to a file instead of standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Let --out replace a file.")
  private boolean force;

  @Override
  public Integer call() {
    if (name.isPresent()) {
      write(DataNames.find(name.get()));
    } else if (rows.isPresent() || out.isPresent()) {
      throw new CommandException(
          ExitCode.USAGE, "--rows and --out need the name of a set, as in bridle data moons");
    } else {
      BuiltIn.all().forEach(generator -> bridle.console().print(entry(generator)));
    }
    return ExitCode.DONE;
  }

  private String entry(Generator generator) {
    Dataset row = generator.draw(1, Key.of(seed));
    return generator.name()
        + ": "
        + Preface.parts(generator.sizes())
        + "; "
        + Preface.shape(row.features(), row.task())
        + "\n"
        + Figures.wrapped(generator.summary(), "    ")
        + "\n";
  }

  private void write(Generator generator) {
    int count = CommandException.requireCount("--rows", rows.orElse(10), 1, MOST_ROWS);
    Optional<OutputFile> file = out.map(path -> OutputFile.forText(path, force));
    String text = Csv.of(generator.draw(count, Experiment.firstTrainingRows(seed)));
    if (file.isEmpty()) {
      bridle.console().print(text);
      return;
    }
    file.get().write(stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    bridle.console().say("written   " + file.get().path() + ": " + Figures.of(count, "row"));
  }
}
