package dev.bridle.bench;

import java.util.List;
import java.util.Optional;

/**
 * A study beside the time in which a peer makes as many steps, of the size with as many hidden
 * units; the peer's time has no reading, batching or scoring in it.
 *
 * @param study ours
 * @param peers what was measured of them
 * @param rival which of them
 */
record StudyBesidePeers(StudyCell study, Peers peers, String rival) {
  static final Columns COLUMNS =
      Columns.of("study of two hidden layers", 27)
          .and("trainings", 9)
          .and("model-steps", 11)
          .and("us a step", 9)
          .and("to bound", 8)
          .and("seconds", 8)
          .and("torch-2proc", 11)
          .and("times as fast", 13);

  /** The size whose step a study's are like: as many hidden units, the same batch. */
  private Optional<String> size() {
    return Workload.ALL.stream()
        .filter(w -> w.isDense(study.hidden()))
        .map(Workload::name)
        .findFirst();
  }

  /** Seconds in which the rival makes as many plain and as many regularized steps. */
  Optional<Double> rivalSeconds() {
    return size()
        .flatMap(
            size ->
                seconds(size, Kind.PLAIN, study.plainSteps())
                    .flatMap(
                        plain ->
                            seconds(size, Kind.REGULARIZED, study.regularizedSteps())
                                .map(regularized -> plain + regularized)));
  }

  private Optional<Double> seconds(String size, Kind kind, long steps) {
    return steps == 0
        ? Optional.of(0.0)
        : peers.micros(rival, size, kind).map(micros -> micros.median() * steps / 1e6);
  }

  /** The line of a table with {@link #COLUMNS}. */
  String row() {
    Optional<Double> theirs = rivalSeconds();
    return COLUMNS.line(
        List.of(
            "  " + study.hidden() + "," + study.hidden(),
            Integer.toString(study.trainings()),
            Long.toString(study.steps()),
            Figures.micros(study.micros()),
            Figures.times(study.micros() / study.flopBound()),
            Figures.micros(study.seconds()),
            theirs.map(Figures::micros).orElse("-"),
            theirs.map(s -> Figures.times(s / study.seconds())).orElse("-")));
  }
}
