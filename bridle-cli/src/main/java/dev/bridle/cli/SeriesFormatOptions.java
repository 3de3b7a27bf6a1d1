package dev.bridle.cli;

import dev.bridle.study.series.SeriesOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that make a time series of a table. */
final class SeriesFormatOptions {
  @Option(
      names = "--window",
      paramLabel = "STEPS",
      description =
          "The rows of a table are steps of time: predict the target from so many of them. Nothing"
              + " is shuffled, the past predicts the future.")
  private Optional<Integer> window = Optional.empty();

  @Option(
      names = "--horizon",
      paramLabel = "STEPS",
      description = "How many steps ahead, with --window. Default: 1.")
  private Optional<Integer> horizon = Optional.empty();

  /** Whether any of them is written. */
  boolean isWritten() {
    return window.isPresent() || horizon.isPresent();
  }

  /** The options that are written, as arguments. */
  List<String> written() {
    List<String> all = new ArrayList<>();
    window.ifPresent(steps -> all.addAll(List.of("--window", steps.toString())));
    horizon.ifPresent(steps -> all.addAll(List.of("--horizon", steps.toString())));
    return all;
  }

  /** What they ask for; empty if the rows of a table are no steps of time. */
  Optional<SeriesOptions> options() {
    if (horizon.isPresent() && window.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "--horizon goes with --window, which says how many rows are looked at");
    }
    return window.map(steps -> options(steps, horizon.orElse(1)));
  }

  private static SeriesOptions options(int window, int horizon) {
    CommandException.requireCount("--window", window, 1, SeriesOptions.MOST);
    CommandException.requireCount("--horizon", horizon, 1, SeriesOptions.MOST);
    return new SeriesOptions(window, horizon);
  }
}
