package dev.bridle.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Starts Bridle, and ends the process with its exit code. */
public final class Main {
  private Main() {}

  /** Runs one command and exits. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int columns = Integer.getInteger("bridle.columns", 0); // ./bridle says so, on a terminal
    System.exit(execute(new Bridle(out, err, columns), Help.Ansi.AUTO, args));
  }

  /**
   * Runs one command as on a terminal's command line, without a terminal.
   *
   * @param out what would be standard output
   * @param err what would be standard error
   * @return the exit code
   */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    return execute(new Bridle(out, err, 0), Help.Ansi.OFF, args);
  }

  private static int execute(Bridle bridle, Help.Ansi ansi, String... args) {
    CommandLine line = bridle.commandLine().setColorScheme(Help.defaultColorScheme(ansi));
    try {
      return bridle.console().closed(line.execute(args));
    } catch (OutOfMemoryError | LinkageError e) {
      return new Complaints(bridle).internal(e);
    }
  }
}
