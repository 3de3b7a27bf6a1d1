package dev.bridle.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Our steps as they stand beside the peers: under momentum, several runs of a cell taken as one.
 */
final class Ours {
  private final List<StepCell> cells;

  Ours(List<StepCell> cells) {
    this.cells = cells.stream().filter(cell -> cell.rule().startsWith("momentum(")).toList();
  }

  /**
   * A population and how fast it was.
   *
   * @param members networks trained together by each worker
   * @param micros microseconds for one step of one network
   */
  record Entry(int members, Spread micros) {}

  /** The most workers there are. */
  int workers() {
    return cells.stream().mapToInt(StepCell::workers).max().orElse(1);
  }

  /** The fastest population, on as many workers as there are. */
  Optional<Entry> best(String size, Kind kind) {
    Map<Integer, List<Spread>> byMembers =
        cells.stream()
            .filter(cell -> is(cell, size, kind, workers()))
            .collect(
                Collectors.groupingBy(
                    StepCell::members, Collectors.mapping(StepCell::micros, Collectors.toList())));
    return byMembers.entrySet().stream()
        .map(runs -> new Entry(runs.getKey(), Spread.overRuns(runs.getValue())))
        .min(Comparator.comparingDouble(entry -> entry.micros().median()));
  }

  /** One network at a time on one worker. */
  Optional<Entry> alone(String size, Kind kind) {
    List<Spread> runs =
        cells.stream()
            .filter(cell -> cell.members() == 1 && is(cell, size, kind, 1))
            .map(StepCell::micros)
            .toList();
    return runs.isEmpty() ? Optional.empty() : Optional.of(new Entry(1, Spread.overRuns(runs)));
  }

  /** What the floating-point operations of a step take, all workers counted together. */
  OptionalDouble flopBound(String size) {
    double[] bounds =
        cells.stream()
            .filter(cell -> cell.size().equals(size) && cell.workers() == workers())
            .mapToDouble(StepCell::flopBound)
            .toArray();
    return bounds.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Spread.range(bounds).median());
  }

  private static boolean is(StepCell cell, String size, Kind kind, int workers) {
    return cell.size().equals(size) && cell.kind() == kind && cell.workers() == workers;
  }
}
