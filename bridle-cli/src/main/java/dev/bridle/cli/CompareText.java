package dev.bridle.cli;

import dev.bridle.diagnostic.Finding.Severity;
import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.FaredAdvice;
import dev.bridle.study.result.FinishedStudy;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results of {@code compare} for people: a table, the verdict, the recommendation. */
final class CompareText {
  private static final List<String> SHARES = List.of("accuracy", "balanced-accuracy", "auc");

  private final StudyReport report;
  private final List<FaredAdvice> advice;
  private final boolean share;

  CompareText(FinishedStudy study) {
    this.report = study.report();
    this.advice = study.advice();
    this.share = SHARES.contains(report.protocol().metric());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(title()).append("\n\n").append(table()).append('\n');
    text.append(report.sentence()).append('\n');
    report.recommended().ifPresent(r -> text.append(recommendation(r)));
    text.append(advice());
    report.examined().stream()
        .filter(one -> !one.baseline())
        .flatMap(one -> one.diagnostics().findings().stream())
        .filter(finding -> finding.severity() == Severity.ERROR) // the report has the others
        .forEach(finding -> text.append("Error: ").append(finding).append('\n'));
    for (String note : report.notes()) {
      text.append("Note: ").append(note).append(".\n");
    }
    return text.toString().replace("..\n", ".\n");
  }

  private String title() {
    return report.data().name()
        + ": "
        + report.protocol().metric()
        + (share ? " in %" : "")
        + ", "
        + (report.protocol().exploratory()
            ? report.protocol().select() + " replicates, exploratory"
            : report.protocol().confirm() + " replicates")
        + ", seed "
        + report.protocol().seed();
  }

  private Table table() {
    boolean classes = report.arms().stream().anyMatch(arm -> arm.logLoss().isPresent());
    List<String> heads =
        new ArrayList<>(List.of("recipe", "score", "to none", "interval", "p", "train"));
    heads.addAll(classes ? List.of("log loss", "verdict") : List.of("verdict"));
    Table table = new Table(heads);
    report.arms().forEach(arm -> table.add(row(arm, classes)));
    return table;
  }

  private List<String> row(ArmReport arm, boolean classes) {
    List<String> cells = new ArrayList<>();
    cells.add(arm.chosen());
    cells.add(arm.score().map(Estimate::mean).map(this::score).orElse("-"));
    cells.add(arm.versus().map(v -> signed(v.difference())).orElse(""));
    cells.add(arm.versus().map(this::interval).orElse(""));
    cells.add(arm.versus().map(v -> probability(v.adjustedP())).orElse(""));
    cells.add(arm.trainScore().map(this::score).orElse("-"));
    if (classes) {
      cells.add(arm.logLoss().map(v -> String.format(Locale.ROOT, "%.3f", v)).orElse(""));
    }
    cells.add(arm.verdict());
    return cells;
  }

  private String interval(ArmReport.Versus versus) {
    if (versus.low().isEmpty() || versus.high().isEmpty()) {
      return "";
    }
    return signed(versus.low().get()) + " to " + signed(versus.high().get());
  }

  private String recommendation(StudyReport.Recommendation r) {
    StringBuilder text =
        new StringBuilder("Recommended: " + r.recipe() + " (" + r.reason() + ").\n");
    if (r.test().isPresent()) {
      text.append("On rows held out until the end: ").append(estimate(r.test().get()));
      r.baselineTest().ifPresent(b -> text.append("; none has ").append(estimate(b)));
      text.append(r.testsOpened() > 1 ? "; test reused " + r.testsOpened() + " times" : "");
      text.append(".\n");
    }
    return text.toString();
  }

  /** How what {@code diagnose} says before fared; nothing where nothing is claimed. */
  private String advice() {
    if (advice.isEmpty() || report.protocol().exploratory()) {
      return "";
    }
    return "Diagnose suggested "
        + advice.stream().map(this::fared).collect(Collectors.joining("; "))
        + ".\n";
  }

  private String fared(FaredAdvice one) {
    String verdict = one.verdict().orElse("not compared");
    boolean clear = verdict.equals("better") || verdict.equals("worse");
    String by = one.difference().map(d -> signed(Math.abs(d)).substring(1)).orElse("");
    return one.family()
        + ": "
        + (clear ? verdict + " than none by " + by : verdict.replace('-', ' '))
        + (clear && share ? " points" : "");
  }

  private String estimate(Estimate estimate) {
    Optional<String> interval =
        estimate.low().flatMap(l -> estimate.high().map(h -> score(l) + " to " + score(h)));
    return score(estimate.mean()) + interval.map(i -> " (95 % interval " + i + ")").orElse("");
  }

  private String score(double value) {
    return share
        ? String.format(Locale.ROOT, "%.1f", 100 * value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  private String signed(double value) {
    return share
        ? String.format(Locale.ROOT, "%+.1f", 100 * value)
        : String.format(Locale.ROOT, "%+.3g", value);
  }

  private static String probability(double p) {
    return p < 0.001 ? "<.001" : String.format(Locale.ROOT, "%.3f", p);
  }
}
