package dev.bridle.study.run;

import dev.bridle.data.Task;
import dev.bridle.metric.Metric;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Value;
import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Strength;
import dev.bridle.study.result.ArmReport.Versus;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Estimate;
import dev.bridle.study.run.Study.Findings;
import dev.bridle.study.run.Unit.Phase;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.study.statistics.Contrast;
import dev.bridle.study.statistics.Judgement;
import dev.bridle.study.statistics.MeanInterval;
import dev.bridle.study.statistics.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Puts the findings of a study into the records that tables, documents and reports are made from.
 */
final class Assembler {
  private final StudyPlan plan;
  private final ReplicateSource source;
  private final Findings findings;
  private final Phase judged;

  Assembler(StudyPlan plan, ReplicateSource source, Findings findings) {
    this.plan = plan;
    this.source = source;
    this.findings = findings;
    this.judged = plan.isExploratory() ? Phase.SELECT : Phase.CONFIRM;
  }

  StudyReport.Data data() {
    ReplicateSource.Shape shape = source.shape();
    boolean classes = source.task() instanceof Task.Classification;
    return new StudyReport.Data(
        source.name(),
        shape.rows(),
        shape.columns(),
        classes ? "classification" : "regression",
        classes ? Optional.of(source.task().outputs()) : Optional.empty(),
        source.target(),
        shape.train(),
        shape.stop(),
        shape.score(),
        shape.test());
  }

  StudyReport.Protocol protocol() {
    return new StudyReport.Protocol(
        plan.claim().word(),
        plan.select(),
        plan.confirm(),
        plan.metric().name(),
        plan.metric().higherIsBetter(),
        findings.comparison().delta(),
        findings.comparison().alpha(),
        findings.comparison().comparisons(),
        plan.training().budget(source.shape().train()).updates(),
        plan.training().toString(),
        plan.seed(),
        plan.isExploratory());
  }

  /** All arms, the baseline first. */
  List<ArmReport> arms() {
    List<ArmReport> arms = new ArrayList<>();
    findings.selected().forEach((family, selected) -> arms.add(arm(family, selected)));
    return arms;
  }

  private ArmReport arm(Recipe family, Selected selected) {
    String chosen = selected.chosen().name();
    List<UnitResult> trials = trials(family);
    List<UnitResult> runs = runs(chosen, judged);
    List<UnitResult> finished = runs.stream().filter(r -> !r.diverged()).toList();
    Optional<Judgement> judgement =
        findings.judgements().stream().filter(j -> j.arm().equals(chosen)).findFirst();
    List<Optional<Double>> scores = runs.stream().map(r -> finite(scoreOf(r))).toList();
    Optional<Double> train =
        mean(finished, r -> r.train().getOrDefault(plan.metric().name(), Double.NaN));
    Optional<Double> score = mean(finished, this::scoreOf);
    return new ArmReport(
        family.toString(),
        shortName(family),
        chosen,
        judgement.map(j -> j.verdict().word()).orElse(exploratoryVerdict(chosen)),
        judgement.isPresent()
            ? judgement.get().score().map(Assembler::estimate)
            : score.map(s -> new Estimate(s, Optional.empty(), Optional.empty())),
        train,
        mean(finished, r -> r.validation().getOrDefault(plan.metric().name(), Double.NaN)),
        gap(train, score),
        mean(finished, r -> r.score().getOrDefault(Metric.LOG_LOSS.name(), Double.NaN)),
        mean(finished, r -> r.score().getOrDefault(Metric.CALIBRATION_ERROR.name(), Double.NaN)),
        judgement.flatMap(Judgement::contrast).map(Assembler::versus),
        judgement.map(j -> j.outlook().text()).orElse(""),
        scores,
        differences(scores),
        strengths(family, selected),
        Summaries.curves(finished),
        Summaries.reliability(finished),
        trials.size(),
        (int) trials.stream().filter(UnitResult::diverged).count(),
        mean(finished, UnitResult::zeroFraction),
        mean(finished, UnitResult::weightNorm),
        trials.stream().mapToDouble(UnitResult::seconds).sum());
  }

  private static String exploratoryVerdict(String recipe) {
    return recipe.equals(Recipe.none().toString()) ? "baseline" : "undecided";
  }

  /** All trainings of a family, both phases together. */
  private List<UnitResult> trials(Recipe family) {
    List<String> variants = family.expand().stream().map(Recipe::toString).toList();
    return findings.results().values().stream()
        .filter(r -> variants.contains(r.unit().recipe()))
        .toList();
  }

  private List<UnitResult> runs(String recipe, Phase phase) {
    List<UnitResult> runs = new ArrayList<>();
    int replicates = phase == Phase.SELECT ? plan.select() : plan.confirm();
    for (int r = 0; r < replicates; r++) {
      runs.add(Study.found(findings.results(), new Unit(phase, recipe, r)));
    }
    return runs;
  }

  private double scoreOf(UnitResult result) {
    return result.score(plan.metric().name());
  }

  private List<Optional<Double>> differences(List<Optional<Double>> scores) {
    List<UnitResult> baseline = runs(Recipe.none().toString(), judged);
    List<Optional<Double>> differences = new ArrayList<>();
    for (int r = 0; r < scores.size(); r++) {
      Optional<Double> base = finite(scoreOf(baseline.get(r)));
      differences.add(scores.get(r).flatMap(s -> base.map(b -> s - b)));
    }
    return differences;
  }

  private Optional<Double> gap(Optional<Double> train, Optional<Double> score) {
    int sign = plan.metric().higherIsBetter() ? 1 : -1;
    return train.flatMap(t -> score.map(s -> sign * (t - s)));
  }

  private List<Strength> strengths(Recipe family, Selected selected) {
    List<Recipe> variants = family.expand();
    if (variants.size() == 1) {
      return List.of();
    }
    return variants.stream().map(v -> strength(family, v, selected.chosen().name())).toList();
  }

  private Strength strength(Recipe family, Recipe variant, String chosen) {
    List<UnitResult> finished =
        runs(variant.toString(), Phase.SELECT).stream().filter(r -> !r.diverged()).toList();
    Optional<Double> mean = mean(finished, this::scoreOf);
    Optional<Double> error = Summaries.standardError(finished, this::scoreOf);
    return new Strength(
        variant.toString(),
        swept(family, variant),
        mean,
        mean.flatMap(m -> error.map(e -> m - e)),
        mean.flatMap(m -> error.map(e -> m + e)),
        mean(finished, r -> r.train().getOrDefault(plan.metric().name(), Double.NaN)),
        variant.toString().equals(chosen));
  }

  /**
   * The one number in which the variants of a family differ, as written; empty if there are
   * several.
   */
  private static Optional<Double> swept(Recipe family, Recipe variant) {
    List<Double> found = new ArrayList<>();
    for (int i = 0; i < family.terms().size(); i++) {
      Map<String, Value> own = variant.terms().get(i).settings();
      family
          .terms()
          .get(i)
          .settings()
          .forEach(
              (name, written) -> {
                if (!written.equals(own.get(name)) && own.get(name) instanceof Value.Single one) {
                  found.add(one.number());
                }
              });
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Names without strengths: {@code dropout + max-norm}. */
  private static String shortName(Recipe family) {
    if (family.terms().isEmpty()) {
      return family.toString();
    }
    return family.terms().stream()
        .map(t -> t.name() + (t.place().equals(t.declaration().place()) ? "" : "@" + t.place()))
        .collect(Collectors.joining(" + "));
  }

  static Estimate estimate(MeanInterval interval) {
    return new Estimate(interval.mean(), finite(interval.low()), finite(interval.high()));
  }

  private static Versus versus(Contrast contrast) {
    return new Versus(
        contrast.difference().mean(),
        finite(contrast.difference().low()),
        finite(contrast.difference().high()),
        contrast.p(),
        contrast.adjustedP(),
        contrast.probabilityBetter().mean());
  }

  static Optional<Double> finite(double value) {
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }

  private static Optional<Double> mean(
      List<UnitResult> results, ToDoubleFunction<UnitResult> number) {
    return finite(results.stream().mapToDouble(number).average().orElse(Double.NaN));
  }
}
