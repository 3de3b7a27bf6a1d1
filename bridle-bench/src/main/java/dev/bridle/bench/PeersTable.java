package dev.bridle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Bridle beside its peers, as text: the step at each size, then how many times as fast it is, then
 * whole studies. Everything is compared within the files it was read from.
 */
final class PeersTable {
  private static final String NOTHING = "-";

  /** Two processes of one thread each: what a patient user of PyTorch does on two cores. */
  private static final String RIVAL = "torch-2proc";

  /** One network after another on one thread. */
  private static final String RIVAL_ALONE = "torch-seq-1t";

  private final Peers peers;
  private final Ours ours;
  private final List<StudyCell> studies;
  private final List<String> sizes;
  private final Columns columns;
  private final List<String> lines = new ArrayList<>();

  PeersTable(Results results) {
    this.peers = new Peers(results.peers());
    this.ours = new Ours(results.steps());
    this.studies = results.studies();
    this.sizes = Workload.names().stream().filter(size -> has(results, size)).toList();
    Columns wide = Columns.of("us for one step of one network: median [fastest]", 49);
    for (String size : sizes) {
      wide = wide.and(size, 19);
    }
    this.columns = wide;
  }

  private static boolean has(Results results, String size) {
    return results.peers().stream().anyMatch(cell -> cell.size().equals(size))
        || results.steps().stream().anyMatch(cell -> cell.size().equals(size));
  }

  @Override
  public String toString() {
    lines.clear();
    lines.add(columns.head());
    row("floating-point bound", this::bound);
    steps(Kind.REGULARIZED);
    steps(Kind.PLAIN);
    ratios();
    if (!studies.isEmpty()) {
      studies();
    }
    return String.join(System.lineSeparator(), lines);
  }

  private void steps(Kind kind) {
    lines.add("");
    lines.add(kind.word());
    for (String peer : peers.names(kind)) {
      row("  " + peer, size -> ofPeer(peer, size, kind));
    }
    row("  bridle, " + workers() + ", best K", size -> ofBest(size, kind));
    row("  bridle, 1 worker, K=1", size -> ours.alone(size, kind).map(e -> text(e.micros())));
  }

  private void ratios() {
    lines.add("");
    lines.add("how many times as fast, and what is left to the bound");
    for (Kind kind : List.of(Kind.REGULARIZED, Kind.PLAIN)) {
      String end = ", " + kind.word();
      row(
          "  " + RIVAL + " / bridle, best K" + end,
          size -> ratio(peers.micros(RIVAL, size, kind), best(size, kind)));
      row(
          "  fastest peer / bridle, best K" + end,
          size -> ratio(peers.fastest(size, kind), best(size, kind)));
      row(
          "  " + RIVAL_ALONE + " / bridle, 1 worker, K=1" + end,
          size ->
              ratio(
                  peers.micros(RIVAL_ALONE, size, kind),
                  ours.alone(size, kind).map(Ours.Entry::micros)));
      row("  bridle, best K / bound" + end, size -> toBound(size, kind));
    }
  }

  private void studies() {
    lines.add("");
    lines.add(StudyBesidePeers.COLUMNS.head());
    for (StudyCell study : studies) {
      lines.add(new StudyBesidePeers(study, peers, RIVAL).row());
    }
  }

  private void row(String name, Function<String, Optional<String>> cell) {
    List<String> cells = new ArrayList<>(List.of(name));
    sizes.forEach(size -> cells.add(cell.apply(size).orElse(NOTHING)));
    lines.add(columns.line(cells));
  }

  private Optional<String> ofPeer(String peer, String size, Kind kind) {
    return peers.failed(peer, size, kind)
        ? Optional.of("failed")
        : peers.micros(peer, size, kind).map(PeersTable::text);
  }

  private Optional<String> ofBest(String size, Kind kind) {
    return ours.best(size, kind).map(e -> "K=" + e.members() + "  " + text(e.micros()));
  }

  private Optional<String> bound(String size) {
    return ours.flopBound(size).stream().mapToObj(Figures::micros).findFirst();
  }

  private Optional<String> toBound(String size, Kind kind) {
    return ours.flopBound(size).stream()
        .boxed()
        .findFirst()
        .flatMap(bound -> best(size, kind).map(micros -> Figures.times(micros.median() / bound)));
  }

  private Optional<Spread> best(String size, Kind kind) {
    return ours.best(size, kind).map(Ours.Entry::micros);
  }

  private String workers() {
    return ours.workers() == 1 ? "1 worker" : ours.workers() + " workers";
  }

  private static Optional<String> ratio(Optional<Spread> theirs, Optional<Spread> own) {
    return theirs.flatMap(t -> own.map(o -> Figures.times(t.median() / o.median())));
  }

  private static String text(Spread micros) {
    return String.format(
        Locale.ROOT, "%s [%s]", Figures.micros(micros.median()), Figures.micros(micros.low()));
  }
}
