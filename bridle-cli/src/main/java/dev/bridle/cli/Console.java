package dev.bridle.cli;

import java.io.PrintWriter;

/**
 * Where output goes: results to standard output, everything else to standard error.
 *
 * @param out standard output
 * @param err standard error
 * @param quiet whether nothing but results and errors is wanted
 * @param columns how wide the terminal is that standard error goes to; 0 if there is none
 */
record Console(PrintWriter out, PrintWriter err, boolean quiet, int columns) {

  /** Prints a part of the result. */
  void print(String text) {
    out.print(text);
    out.flush();
  }

  /** Tells what goes on, unless that is not wanted. */
  void say(String line) {
    if (!quiet) {
      err.println(line);
      err.flush();
    }
  }

  /** A bar for a long piece of work: on a terminal only. */
  Progress progress(String name, long steps) {
    return quiet || columns == 0 ? Progress.silent() : Progress.bar(name, steps, columns);
  }

  /** Ends all output; the exit code is another if some of it has not arrived. */
  int closed(int code) {
    err.flush();
    if (out.checkError() && code == ExitCode.DONE) {
      err.println("bridle: standard output: not all of it could be written");
      err.flush();
      return ExitCode.FILE;
    }
    return code;
  }
}
