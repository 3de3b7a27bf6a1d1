package dev.bridle.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Measures Bridle from the command line; each verb is one question. */
@Command(
    name = "bench",
    description = "Measures how fast Bridle trains, beside the limits of the machine.",
    subcommands = {
      StepsCommand.class,
      RegularizersCommand.class,
      StudyCommand.class,
      CsvCommand.class,
      PeersTableCommand.class
    },
    commandListHeading = "%nVerbs (bench VERB --help says more):%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle-bench/run steps --sizes tiny,small --workers 2",
      "  bridle-bench/run regularizers --only dropout,max-norm",
      "  bridle-bench/run study ../shared/data/digits/optdigits.tes",
      "  JAVA_OPTS=-Xmx1g bridle-bench/run csv",
      "  bridle-bench/run kernels Mask",
      "  bridle-bench/beside-peers.sh"
    })
public final class Bench implements Callable<Integer> {
  private static final int USAGE = 2;
  private static final int FAILED = 1;

  @Spec private CommandLine.Model.CommandSpec spec;

  private Bench() {}

  /** Runs one verb and exits. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(execute(out, err, args));
  }

  /**
   * Runs one verb.
   *
   * @param out what would be standard output
   * @param err what would be standard error
   * @return the exit code: 0 done, 1 failed while measuring, 2 wrong options
   */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Bench());
    line.getCommandSpec().addOption(help());
    return line.setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler((e, failed, read) -> complain(err, e))
        .execute(args);
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .scopeType(ScopeType.INHERIT)
        .description("Say what can be asked for, and stop.")
        .build();
  }

  private static int complain(PrintWriter err, Exception e) throws Exception {
    boolean expected = e instanceof IllegalArgumentException || e instanceof IllegalStateException;
    if (!expected) {
      throw e;
    }
    err.println("bench: " + e.getMessage());
    return e instanceof IllegalArgumentException ? USAGE : FAILED;
  }

  /** Without a verb: shows what there is. */
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "expected a verb");
  }
}
