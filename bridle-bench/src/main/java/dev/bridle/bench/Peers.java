package dev.bridle.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Measurements of peers, several runs of a cell taken as one. */
final class Peers {
  private final List<PeerCell> cells;

  Peers(List<PeerCell> cells) {
    this.cells = List.copyOf(cells);
  }

  /** The peers that were measured on steps of a kind, in the order in which they come. */
  List<String> names(Kind kind) {
    return cells.stream()
        .filter(cell -> cell.kind() == kind && Workload.names().contains(cell.size()))
        .map(PeerCell::peer)
        .distinct()
        .toList();
  }

  /** Whether a peer was tried there and failed each time. */
  boolean failed(String peer, String size, Kind kind) {
    List<PeerCell> runs = runs(peer, size, kind);
    return !runs.isEmpty() && runs.stream().allMatch(cell -> cell.micros().isEmpty());
  }

  /** Microseconds for one step of one network. */
  Optional<Spread> micros(String peer, String size, Kind kind) {
    List<Spread> runs =
        runs(peer, size, kind).stream().flatMap(cell -> cell.micros().stream()).toList();
    return runs.isEmpty() ? Optional.empty() : Optional.of(Spread.overRuns(runs));
  }

  /** The fastest peer's. */
  Optional<Spread> fastest(String size, Kind kind) {
    return names(kind).stream()
        .flatMap(peer -> micros(peer, size, kind).stream())
        .min(Comparator.comparingDouble(Spread::median));
  }

  private List<PeerCell> runs(String peer, String size, Kind kind) {
    return cells.stream()
        .filter(cell -> cell.peer().equals(peer))
        .filter(cell -> cell.size().equals(size) && cell.kind() == kind)
        .toList();
  }
}
