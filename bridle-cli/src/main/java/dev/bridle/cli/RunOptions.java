package dev.bridle.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every verb has that trains: chance, threads, and how results are printed. */
final class RunOptions {
  private static final int MOST_THREADS = 1024;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "All chance is a function of it. Default: 7.")
  private long seed = 7;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to train on; results do not depend on it. Default: one per core.")
  private Optional<Integer> threads = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document instead of the table.")
  private boolean json;

  @Option(
      names = "--no-times",
      description = "Leave out how long it took: equal runs then print equal bytes.")
  private boolean noTimes;

  /** What all chance is a function of. */
  long seed() {
    return seed;
  }

  /** How many threads train. */
  int workers() {
    int wanted = threads.orElse(Runtime.getRuntime().availableProcessors());
    return CommandException.requireCount("--threads", wanted, 1, MOST_THREADS);
  }

  /** Whether to print JSON. */
  boolean json() {
    return json;
  }

  /** Whether to say how long it took. */
  boolean times() {
    return !noTimes;
  }
}
