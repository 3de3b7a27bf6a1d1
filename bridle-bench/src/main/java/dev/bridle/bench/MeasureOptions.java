package dev.bridle.bench;

import java.util.List;
import picocli.CommandLine.Option;

/** What every verb that times steps can be asked for. */
final class MeasureOptions {
  private static final double LONGEST = 600;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "How long each cell is timed, roughly. Default: ${DEFAULT-VALUE}.")
  private double seconds = 2;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description =
          "On how many draws of chance the networks are spread; those of one share batches and"
              + " random bits. Default: ${DEFAULT-VALUE}.")
  private int replicates = 1;

  @Option(names = "--json", description = "Print one JSON document instead of the table.")
  private boolean json;

  double seconds() {
    if (!(seconds > 0 && seconds <= LONGEST)) {
      throw new IllegalArgumentException(
          "--seconds = " + seconds + ": expected a number above 0, at most " + LONGEST);
    }
    return seconds;
  }

  int replicates() {
    return requirePositive("--replicates", List.of(replicates)).get(0);
  }

  boolean json() {
    return json;
  }

  /** Returns the counts, or ends the command if one is below 1. */
  static List<Integer> requirePositive(String option, List<Integer> counts) {
    for (int count : counts) {
      if (count < 1) {
        throw new IllegalArgumentException(
            option + " = " + count + ": expected a whole number >= 1");
      }
    }
    return counts;
  }
}
