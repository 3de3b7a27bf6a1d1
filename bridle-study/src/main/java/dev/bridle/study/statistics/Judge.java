package dev.bridle.study.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Compares arms with a baseline over paired replicates and says what may be claimed.
 *
 * <p>In this order: failed runs get the worst score of the study; differences per replicate; the
 * claim's test and interval; Holm over all comparisons that were planned; then the verdict. An arm
 * that failed in more than 20 % of its runs is {@link Verdict#FAILED}. Else, with alpha = 0.05:
 * negligible if the adjusted p is below alpha and the 90 % interval within delta; better or worse
 * if the adjusted p is below alpha and the mean reaches delta; no practical difference if the 90 %
 * interval is within delta; undecided otherwise.
 *
 * <p>The 90 % interval is always Student's, corrected for the claim {@code samples}: a bootstrap of
 * few replicates is too narrow to show that something is absent.
 */
public final class Judge {
  private final Comparison comparison;
  private final Arm baseline;
  private final List<Arm> others;
  private final OptionalDouble worst;

  private Judge(Comparison comparison, Arm baseline, List<Arm> others) {
    this.comparison = comparison;
    this.baseline = baseline;
    this.others = List.copyOf(others);
    List<List<Double>> scores = new ArrayList<>(others.stream().map(Arm::scores).toList());
    scores.add(baseline.scores());
    this.worst = WorstRank.of(scores, comparison.higherIsBetter());
  }

  /**
   * Judges every arm.
   *
   * @param comparison what was fixed before training
   * @param baseline the arm to compare with
   * @param others the arms to compare, at most as many as {@link Comparison#comparisons} says
   * @return the baseline first, then the others in the order given
   * @throws IllegalArgumentException if names repeat, arms differ in their number of replicates, or
   *     there are more arms than planned comparisons
   */
  public static List<Judgement> judge(Comparison comparison, Arm baseline, List<Arm> others) {
    check(comparison, baseline, others);
    return new Judge(comparison, baseline, others).judgements();
  }

  private static void check(Comparison comparison, Arm baseline, List<Arm> others) {
    if (others.size() > comparison.comparisons()) {
      throw new IllegalArgumentException(
          others.size() + " arms: expected at most " + comparison.comparisons() + ", as planned");
    }
    Set<String> names = new HashSet<>(Set.of(baseline.name()));
    for (Arm arm : others) {
      if (!names.add(arm.name())) {
        throw new IllegalArgumentException("arm \"" + arm.name() + "\": expected each name once");
      }
      if (arm.scores().size() != baseline.scores().size()) {
        throw new IllegalArgumentException(
            "arm \""
                + arm.name()
                + "\" has "
                + arm.scores().size()
                + " replicates: expected as many as the baseline, "
                + baseline.scores().size());
      }
    }
  }

  private List<Judgement> judgements() {
    List<Optional<PairedDifferences>> differences = others.stream().map(this::differences).toList();
    double[] p = new double[others.size()];
    for (int i = 0; i < p.length; i++) {
      String arm = others.get(i).name();
      p[i] = differences.get(i).map(d -> comparison.p(d, arm)).orElse(Double.NaN);
    }
    double[] adjusted = Holm.adjust(p, comparison.comparisons());
    List<Judgement> judgements = new ArrayList<>();
    judgements.add(ofBaseline());
    for (int i = 0; i < p.length; i++) {
      judgements.add(of(others.get(i), differences.get(i), p[i], adjusted[i]));
    }
    return List.copyOf(judgements);
  }

  /** The differences with failures at the worst score; empty if all runs of one side failed. */
  private Optional<PairedDifferences> differences(Arm arm) {
    if (worst.isEmpty() || score(arm).isEmpty() || score(baseline).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        PairedDifferences.between(
            WorstRank.fill(arm.scores(), worst.getAsDouble()),
            WorstRank.fill(baseline.scores(), worst.getAsDouble())));
  }

  private Judgement ofBaseline() {
    return new Judgement(
        baseline.name(),
        Verdict.BASELINE,
        score(baseline),
        Optional.empty(),
        failures(baseline),
        Outlook.decided());
  }

  private Judgement of(
      Arm arm, Optional<PairedDifferences> differences, double p, double adjustedP) {
    Optional<Contrast> contrast =
        differences.map(d -> Contrast.of(comparison, arm.name(), d, p, adjustedP));
    Failures failures = failures(arm);
    Verdict verdict =
        failures.tooMany()
            ? Verdict.FAILED
            : contrast.map(c -> c.verdict(comparison)).orElse(Verdict.UNDECIDED);
    return new Judgement(
        arm.name(), verdict, score(arm), contrast, failures, outlook(verdict, differences));
  }

  private Outlook outlook(Verdict verdict, Optional<PairedDifferences> differences) {
    if (verdict != Verdict.UNDECIDED) {
      return Outlook.decided();
    }
    return differences
        .map(d -> Outlook.of(comparison, d))
        .orElseGet(
            () ->
                Outlook.because("the baseline failed in every replicate: nothing to compare with"));
  }

  private Optional<MeanInterval> score(Arm arm) {
    List<Double> finished = WorstRank.finished(arm.scores());
    return finished.isEmpty()
        ? Optional.empty()
        : Optional.of(MeanInterval.of(finished, MeanInterval.LEVEL, comparison.sharing()));
  }

  private Failures failures(Arm arm) {
    int replicates = arm.scores().size();
    int failed = replicates - WorstRank.finished(arm.scores()).size();
    return new Failures(failed, replicates, withoutFailures(arm));
  }

  private Optional<MeanInterval> withoutFailures(Arm arm) {
    List<Double> scores = WorstRank.finishedBeside(baseline.scores(), arm.scores());
    if (arm.equals(baseline) || scores.isEmpty() || scores.size() == arm.scores().size()) {
      return Optional.empty();
    }
    List<Double> references = WorstRank.finishedBeside(arm.scores(), baseline.scores());
    PairedDifferences differences = PairedDifferences.between(scores, references);
    return Optional.of(comparison.difference(differences, arm.name()));
  }
}
