package dev.bridle.cli;

import java.io.PrintWriter;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that all verbs stand under, with the options they share. */
@Command(
    name = "bridle",
    description = "Trains neural networks under restraint, and shows what the restraint brings.",
    subcommands = {
      CompareCommand.class,
      DiagnoseCommand.class,
      TrainCommand.class,
      PathCommand.class,
      PredictCommand.class,
      ExportCommand.class,
      PruneCommand.class,
      ReportCommand.class,
      ShowCommand.class,
      RepairCommand.class,
      DataCommand.class,
      CatalogueCommand.class,
      DoctorCommand.class,
      CompletionCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle VERB [options]",
    optionListHeading = "%nOptions, before or after the verb:%n",
    commandListHeading = "%nVerbs (bridle VERB --help says more):%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle compare",
      "  bridle diagnose churn.csv --target churn",
      "  bridle compare churn.csv --target churn",
      "  bridle train strokes --recipe \"dropout(0.3) + max-norm(1)\"",
      "  bridle train moons --recipe \"l2(1e-4..1e-2)\" --replicates 10",
      "  bridle data",
      "  bridle catalogue max-norm"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:an error in Bridle itself",
      "2:options, or the text of a recipe, network or plan",
      "3:data, or a configuration, that cannot be used",
      "4:all networks of a recipe diverged",
      "5:a file cannot be written, or a study is in use or damaged",
      "6:a network does not fit the data"
    })
final class Bridle implements Callable<Integer> {
  private final PrintWriter out;
  private final PrintWriter err;
  private final int columns;

  @Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say nothing but results and errors.")
  private boolean quiet;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show with an error where in the program it arose.")
  private boolean debug;

  /**
   * The command line as a whole.
   *
   * @param columns how wide the terminal is that {@code err} goes to; 0 if there is none
   */
  Bridle(PrintWriter out, PrintWriter err, int columns) {
    this.out = out;
    this.err = err;
    this.columns = columns;
  }

  /** This command with all verbs, ready to read arguments. */
  CommandLine commandLine() {
    Complaints complaints = new Complaints(this);
    return new CommandLine(this)
        .setOut(out)
        .setErr(err)
        .setExpandAtFiles(false) // a recipe may begin with anything
        .setUsageHelpLongOptionsMaxWidth(24)
        .registerConverter(Integer.class, NumberText::wholeNumber)
        .registerConverter(int.class, NumberText::wholeNumber)
        .registerConverter(long.class, NumberText::longNumber)
        .registerConverter(Double.class, NumberText::number)
        .registerConverter(boolean.class, NumberText::flag)
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints);
  }

  /** Without a verb: shows what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(err);
    return ExitCode.USAGE;
  }

  /** Where output goes. */
  Console console() {
    return new Console(out, err, quiet, columns);
  }

  /** What was typed, as a shell would take it again. */
  String typed() {
    StringJoiner words = new StringJoiner(" ", "./bridle ", "");
    for (String word : spec.commandLine().getParseResult().originalArgs()) {
      boolean plain = word.matches("[\\p{L}\\p{N}_.,:/=@%+-]+");
      words.add(plain ? word : "'" + word.replace("'", "'\\''") + "'");
    }
    return words.toString();
  }

  /** Whether errors are shown with where they arose. */
  boolean debug() {
    return debug;
  }
}
