package dev.bridle.cli;

import dev.bridle.metric.Metric;
import dev.bridle.train.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of {@code train} for people: a table, then what it does not show. */
final class TrainText {
  private static final int MOST_STEPS = 8;

  private final Results results;
  private final Experiment experiment;
  private final Metric metric;
  private final ScoreFormat format;
  private final boolean times;
  private final boolean penalties;
  private final boolean zeros;

  /**
   * The text of results.
   *
   * @param times whether to say how long it took; without, equal runs print equal bytes
   */
  TrainText(Results results, boolean times) {
    this.results = results;
    this.experiment = results.experiment();
    this.metric = experiment.headline();
    this.format = ScoreFormat.of(metric, results.arms().get(0).score(Trial::test, metric));
    this.times = times;
    this.penalties = results.arms().stream().anyMatch(ArmResult::hasPenalties);
    this.zeros = results.arms().stream().anyMatch(arm -> arm.over(Trial::zeros).mean() > 0);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(title()).append("\n\n").append(table());
    List<String> notes = notes();
    if (!notes.isEmpty()) {
      text.append('\n');
      notes.forEach(note -> text.append(note).append('\n'));
    }
    ArmResult wanted = results.wanted().get(0);
    if (results.wanted().size() == 1 && wanted.hasPenalties() && !results.failed()) {
      text.append('\n').append(ledger(wanted));
    }
    if (results.wanted().size() == 1 && !wanted.finished().isEmpty()) {
      text.append('\n').append(new DiagnosticsText(wanted, results.arms(), format));
    }
    return text.toString();
  }

  private String title() {
    String spread =
        experiment.replicates() > 1
            ? ", mean ± standard deviation of " + Figures.of(experiment.replicates(), "replicate")
            : "";
    return experiment.data().name()
        + ": "
        + format.title(metric)
        + spread
        + ", seed "
        + experiment.seed();
  }

  private Table table() {
    List<String> headings =
        new ArrayList<>(List.of("recipe", "train", "validation", "test", "gap"));
    if (results.arms().size() > 1) {
      headings.add("better by");
    }
    if (penalties) {
      headings.add("penalty");
    }
    if (zeros) {
      headings.add("zeros");
    }
    if (times) {
      headings.add("seconds");
    }
    Table table = new Table(headings);
    results.arms().forEach(arm -> table.add(row(arm)));
    return table;
  }

  private List<String> row(ArmResult arm) {
    List<String> cells = new ArrayList<>();
    cells.add(arm.arm().recipe().toString());
    cells.add(format.score(arm.score(Trial::train, metric)));
    cells.add(format.score(arm.score(Trial::validation, metric)));
    cells.add(format.score(arm.score(Trial::test, metric)));
    cells.add(format.score(arm.over(trial -> trial.gap(metric))));
    if (results.arms().size() > 1) {
      cells.add(arm.arm().isBaseline() ? "" : format.difference(arm.betterThanBaseline(metric)));
    }
    if (penalties) {
      cells.add(arm.hasPenalties() ? Figures.plain(arm.over(t -> t.ledger().total())) : "");
    }
    if (zeros) {
      cells.add(Figures.percent(arm.over(Trial::zeros)));
    }
    if (times) {
      cells.add(Figures.tenths(arm.seconds()));
    }
    return cells;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (ArmResult arm : results.arms()) {
      String stopped = stopped(arm);
      if (!stopped.isEmpty()) {
        notes.add(arm.arm().recipe() + ": " + stopped);
      }
      if (!arm.diverged().isEmpty()) {
        notes.add(arm.arm().recipe() + ": " + diverged(arm));
      }
    }
    return notes;
  }

  private String stopped(ArmResult arm) {
    List<Outcome.Stopped> stopped =
        arm.trials().stream()
            .filter(trial -> trial.outcome() instanceof Outcome.Stopped)
            .map(trial -> (Outcome.Stopped) trial.outcome())
            .toList();
    if (stopped.isEmpty()) {
      return "";
    }
    Summary updates = Summary.of(stopped.stream().mapToDouble(Outcome.Stopped::updates));
    Summary epochs = Summary.of(stopped.stream().mapToDouble(Outcome.Stopped::bestEpoch));
    return "ended after "
        + Figures.whole(updates)
        + " of "
        + Figures.of(experiment.budget().updates(), "update")
        + ", with the weights of epoch "
        + Figures.whole(epochs);
  }

  private static String diverged(ArmResult arm) {
    String steps =
        arm.diverged().stream()
            .limit(MOST_STEPS)
            .map(trial -> Integer.toString(trial.outcome().updates()))
            .collect(Collectors.joining(", "));
    if (arm.trials().size() == 1) {
      return "diverged at update " + steps;
    }
    int count = arm.diverged().size();
    boolean all = count == arm.trials().size();
    return (all ? "all " : count + " of ")
        + arm.trials().size()
        + " networks diverged, at update "
        + steps
        + (count > MOST_STEPS ? ", ..." : "")
        + (all ? "" : "; left out of the means");
  }

  private static Table ledger(ArmResult arm) {
    Table table = new Table(List.of("penalty in the loss", "amount"));
    for (Map.Entry<List<String>, Summary> line : arm.ledger().entrySet()) {
      String what = String.join(" on ", line.getKey());
      table.add(List.of(what, Figures.plain(line.getValue())));
    }
    return table;
  }
}
