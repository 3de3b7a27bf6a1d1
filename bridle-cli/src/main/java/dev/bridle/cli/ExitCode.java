package dev.bridle.cli;

/**
 * What the program tells the shell when it ends. Stopped by Ctrl-C it is 130, by termination 143,
 * by a hang-up 129: the JVM's own.
 */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /** An error in the program itself. */
  static final int INTERNAL = 1;

  /** Options, or the text of a recipe, network or plan. */
  static final int USAGE = 2;

  /** Data that there are not, or that cannot be used. */
  static final int DATA = 3;

  /** All networks of what was asked for diverged. */
  static final int FAILED = 4;

  /** A file cannot be written. */
  static final int FILE = 5;

  /** The network does not fit the data. */
  static final int MISFIT = 6;

  private ExitCode() {}
}
